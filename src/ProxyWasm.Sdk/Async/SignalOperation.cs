namespace ProxyWasm.Sdk.Async;

/// <summary>A <see cref="Signal"/>, to be awaited.</summary>
public sealed class SignalOperation : PendingOperation
{
    private readonly Signal _signal;

    internal SignalOperation(Signal signal) => _signal = signal;

    /// <summary>For the compiler.</summary>
    public SignalOperation GetAwaiter() => this;

    /// <summary>For the compiler.</summary>
    /// <exception cref="OperationCanceledException">The stream has ended before.</exception>
    public void GetResult() => ThrowUnlessCompleted();

    private protected override void OnCancelled() => _signal.Remove(this);
}
