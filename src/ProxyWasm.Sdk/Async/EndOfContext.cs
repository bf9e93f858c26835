using System.Diagnostics.CodeAnalysis;
using ProxyWasm.Sdk.Contexts;

namespace ProxyWasm.Sdk.Async;

/// <summary>Waits for nothing but the end of its context, which cancels its token.</summary>
[SuppressMessage("Design", "CA1001", Justification = "What it has is memory alone, and ends with its context.")]
internal sealed class EndOfContext(PluginContext context) : PendingOperation(context)
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    private protected override void OnCancelled() => _source.Cancel();
}
