using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Async;

/// <summary>The end of a body, to be awaited.</summary>
public sealed class BodyOperation : PendingOperation
{
    private readonly Body _body;

    internal BodyOperation(Body body)
    {
        _body = body;
        if (body.Reader is { IsCompleted: false })
        {
            throw new InvalidOperationException("Somebody waits for this body already.");
        }

        if (body.IsComplete)
        {
            Complete();
        }
    }

    /// <summary>For the compiler.</summary>
    public BodyOperation GetAwaiter() => this;

    /// <summary>The body, whole.</summary>
    /// <exception cref="OperationCanceledException">The stream has ended before.</exception>
    public Body GetResult()
    {
        ThrowUnlessCompleted();
        _body.See();
        return _body;
    }
}
