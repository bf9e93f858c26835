namespace Wildgate.Bench;

/// <summary>A benchmark cannot run or its result cannot be trusted; the message is one line for the person at the
/// console.</summary>
internal sealed class BenchException : Exception
{
    public BenchException()
    {
    }

    public BenchException(string message)
        : base(message)
    {
    }

    public BenchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
