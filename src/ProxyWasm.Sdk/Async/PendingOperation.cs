using System.Runtime.CompilerServices;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Async;

/// <summary>
/// Something that has been begun at the host and can be awaited once. It belongs to the stream or plugin that began it:
/// its continuation acts upon that, and when that ends the await ends with <see cref="OperationCanceledException"/>.
/// </summary>
/// <remarks>
/// Begins at once: two operations that are begun before either is awaited run side by side.
/// </remarks>
public abstract class PendingOperation : ICriticalNotifyCompletion
{
    private readonly PluginContext _context;
    private Action? _continuation;

    private protected PendingOperation()
    {
        _context = PluginInstance.Current.Active ?? throw new InvalidOperationException(
            "Nothing can be awaited here: there is no stream or plugin that could wait.");
        if (_context.IsEnded)
        {
            // What is left of a method after its stream, in a finally block for example, must not wait for ever.
            IsCancelled = true;
            IsCompleted = true;
            return;
        }

        _context.Attach(this);
    }

    /// <summary>Whether it has ended; an await does not wait then.</summary>
    public bool IsCompleted { get; private set; }

    internal PendingOperation? Next { get; set; }

    private protected PluginInstance Instance => _context.Instance;

    private bool IsCancelled { get; set; }

    /// <summary>For the compiler: what runs when it has ended.</summary>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <summary>For the compiler: what runs when it has ended.</summary>
    /// <exception cref="InvalidOperationException">It is awaited already.</exception>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (_continuation is not null)
        {
            throw new InvalidOperationException("An operation can be awaited once.");
        }

        _continuation = continuation;
        if (IsCompleted)
        {
            continuation();
        }
    }

    internal void Cancel()
    {
        IsCancelled = true;
        IsCompleted = true;
        OnCancelled();
        _continuation?.Invoke();
    }

    internal void Complete()
    {
        if (IsCompleted)
        {
            return;
        }

        IsCompleted = true;
        _context.Detach(this);
        if (_continuation is { } continuation)
        {
            Instance.Run(_context, continuation);
        }
    }

    private protected virtual void OnCancelled()
    {
    }

    private protected void ThrowUnlessCompleted()
    {
        if (IsCancelled)
        {
            throw new OperationCanceledException("The stream has ended.");
        }

        if (!IsCompleted)
        {
            throw new InvalidOperationException("The operation has not ended; use await.");
        }
    }
}
