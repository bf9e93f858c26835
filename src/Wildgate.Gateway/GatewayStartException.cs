namespace Wildgate.Gateway;

/// <summary>The gateway cannot start; nothing of it is left running.</summary>
public sealed class GatewayStartException : Exception
{
    internal GatewayStartException(string id, string problem, string hint, Exception? innerException = null)
        : base($"{id}: {problem}. {hint}.", innerException)
    {
        Id = id;
        Problem = problem;
        Hint = hint;
    }

    /// <summary>Stable identifier of the kind of problem, such as <c>WG2001</c>.</summary>
    public string Id { get; }

    /// <summary>What went wrong, without identifier and hint.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }
}
