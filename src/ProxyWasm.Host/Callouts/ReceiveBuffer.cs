using System.Buffers;

namespace ProxyWasm.Host.Callouts;

/// <summary>
/// Bytes received from a peer, in one pooled array that grows up to a limit and within the budget of the virtual
/// machine. One owner, who disposes it.
/// </summary>
internal sealed class ReceiveBuffer(ByteBudget budget, int limitBytes) : IDisposable
{
    private const int FirstBytes = 4096;

    private byte[] _bytes = [];
    private int _start;
    private int _end;

    public int Length => _end - _start;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(_start, Length);

    /// <summary>
    /// Room for more. One byte beyond the limit is allowed: it tells "exactly full" from "too much".
    /// </summary>
    /// <returns>False when the limit is exceeded or the budget spent.</returns>
    public bool TryGetRoom(out Memory<byte> room)
    {
        room = default;
        if (Length > limitBytes)
        {
            return false;
        }

        if (_end == _bytes.Length && !TryMakeRoom())
        {
            return false;
        }

        room = _bytes.AsMemory(_end);
        return true;
    }

    public void Advance(int count) => _end += count;

    /// <summary>Drops bytes at the front.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    public void Dispose() => Replace([]);

    private bool TryMakeRoom()
    {
        if (_start > 0)
        {
            Written.CopyTo(_bytes);
            _end -= _start;
            _start = 0;
            return true;
        }

        var wanted = (int)Math.Min((long)limitBytes + 1, Math.Max(FirstBytes, _bytes.Length * 2L));
        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        if (!budget.TryTake(larger.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            return false;
        }

        Written.CopyTo(larger);
        Replace(larger);
        return true;
    }

    private void Replace(byte[] bytes)
    {
        if (_bytes.Length > 0)
        {
            budget.Return(_bytes.Length);
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = bytes;
        if (bytes.Length == 0)
        {
            _start = _end = 0;
        }
    }
}
