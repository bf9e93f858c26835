namespace ProxyWasm.Sdk.Async;

/// <summary>
/// Something that happens to all who wait for it at once, such as the end of a call that several streams need.
/// </summary>
public sealed class Signal
{
    private SignalOperation?[] _waiting = new SignalOperation?[4];

    /// <summary>Waits until <see cref="Set"/> is called the next time.</summary>
    public SignalOperation WaitAsync()
    {
        var operation = new SignalOperation(this);
        var free = Array.IndexOf(_waiting, null);
        if (free < 0)
        {
            free = _waiting.Length;
            Array.Resize(ref _waiting, free * 2);
        }

        _waiting[free] = operation;
        return operation;
    }

    /// <inheritdoc cref="WaitAsync()"/>
    /// <param name="cancellation">Ends the wait.</param>
    public SignalOperation WaitAsync(CancellationToken cancellation)
    {
        var operation = WaitAsync();
        operation.CancelWith(cancellation);
        return operation;
    }

    /// <summary>Lets everybody go on who waits now.</summary>
    public void Set()
    {
        var waiting = _waiting;
        _waiting = new SignalOperation?[4];
        foreach (var operation in waiting)
        {
            operation?.Complete();
        }
    }

    internal void Remove(SignalOperation operation)
    {
        var index = Array.IndexOf(_waiting, operation);
        if (index >= 0)
        {
            _waiting[index] = null;
        }
    }
}
