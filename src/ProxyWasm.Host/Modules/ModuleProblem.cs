namespace ProxyWasm.Host.Modules;

/// <summary>An error or warning about a module.</summary>
/// <param name="Id">Stable identifier of the kind of problem, for example <c>PW1010</c>.</param>
/// <param name="Message">What is wrong and where, as a sentence without its final full stop.</param>
/// <param name="Hint">What to do about it, as a sentence without its final full stop.</param>
public sealed record ModuleProblem(string Id, string Message, string Hint)
{
    /// <summary>The whole problem on one line.</summary>
    public override string ToString() => $"{Id}: {Message}. {Hint}.";
}
