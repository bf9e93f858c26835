namespace ProxyWasm.Host.Engines;

/// <summary>Description of a failed guest call.</summary>
/// <param name="Reason">The cause, from a closed list.</param>
/// <param name="Message">One line for a person.</param>
/// <param name="Backtrace">Guest frames, innermost first; empty when there are none.</param>
internal sealed record GuestFault(FaultReason Reason, string Message, IReadOnlyList<string> Backtrace)
{
    /// <summary>Frames kept of a backtrace, as Envoy does; endless recursion would fill the log.</summary>
    public const int MaxFrames = 20;
}
