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
    private CancellationToken _cancellation;

    private protected PendingOperation()
        : this(PluginInstance.Current.Active ?? throw new InvalidOperationException(
            "Nothing can be awaited here: there is no stream or plugin that could wait."))
    {
    }

    private protected PendingOperation(PluginContext context)
    {
        _context = context;
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

    /// <summary>A token ends it too: in its own context, as everything that it waits for.</summary>
    internal void CancelWith(CancellationToken cancellation)
    {
        if (!IsCompleted && cancellation.CanBeCanceled)
        {
            _cancellation = cancellation;
            cancellation.UnsafeRegister(static operation => ((PendingOperation)operation!).Abandon(), this);
        }
    }

    /// <summary>Its context has ended, and with it everything that waits in it.</summary>
    /// <remarks>Virtual so that a module in which nothing waits has none of what it does.</remarks>
    internal virtual void Cancel()
    {
        if (Abort())
        {
            Continue();
        }
    }

    internal void Complete()
    {
        if (IsCompleted)
        {
            return;
        }

        IsCompleted = true;
        _context.Detach(this);
        Continue();
    }

    private protected virtual void OnCancelled()
    {
    }

    private protected void ThrowUnlessCompleted()
    {
        if (IsCancelled)
        {
            throw new OperationCanceledException(
                _context.IsEnded ? "The stream has ended." : "The operation was cancelled.", _cancellation);
        }

        if (!IsCompleted)
        {
            throw new InvalidOperationException("The operation has not ended; use await.");
        }
    }

    private void Abandon()
    {
        if (Abort())
        {
            _context.Detach(this);
            Continue();
        }
    }

    private bool Abort()
    {
        if (IsCompleted)
        {
            return false;
        }

        IsCancelled = true;
        IsCompleted = true;
        OnCancelled();
        return true;
    }

    // One that fails must not keep others waiting: several may end with one event.
    private void Continue()
    {
        if (_continuation is not { } continuation)
        {
            return;
        }

        try
        {
            Instance.Run(_context, continuation);
        }
        catch (Exception exception)
        {
            Failures.Report("what awaited an operation"u8, exception);
        }
    }
}
