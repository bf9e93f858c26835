namespace ProxyWasm.Compiler.Snapshots;

/// <summary>A static constructor does what only a running module can do; the message tells what.</summary>
internal sealed class EvaluationStoppedException : Exception
{
    public EvaluationStoppedException(string message)
        : base(message)
    {
    }
}
