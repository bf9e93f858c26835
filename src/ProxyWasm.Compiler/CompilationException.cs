namespace ProxyWasm.Compiler;

/// <summary>The input cannot be compiled; the message names the member, the place and what to do.</summary>
public sealed class CompilationException : Exception
{
    /// <summary>Creates the exception without detail.</summary>
    public CompilationException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected, what was found, and the way out.</param>
    public CompilationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception around its cause.</summary>
    /// <param name="message">What was expected, what was found, and the way out.</param>
    /// <param name="innerException">The cause.</param>
    public CompilationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
