using System.Buffers;
using System.Globalization;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing.Upstreams;

/// <summary>A response that a test writes while the host reads it.</summary>
internal sealed class ScriptedResponse : CalloutResponse
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private int _read;
    private CalloutFailure _failure;
    private TaskCompletionSource? _waiting;

    public override HeaderMap Headers { get; } = new(HeaderMapKind.Response);

    public override HeaderMap Trailers { get; } = new(HeaderMapKind.Trailers);

    /// <summary>Whether nothing more can be written.</summary>
    public bool IsOver { get; private set; }

    public static void Load(HeaderMap map, int status, IReadOnlyList<(string Name, string Value)> fields)
    {
        map.Reset();
        map.Load(":status", status.ToString(CultureInfo.InvariantCulture));
        Load(map, fields);
    }

    public static void Load(HeaderMap map, IReadOnlyList<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            map.Load(name.ToLowerInvariant(), value);
        }
    }

    public void Push(ReadOnlySpan<byte> bytes)
    {
        if (!IsOver)
        {
            _body.Write(bytes);
            Wake();
        }
    }

    public void End()
    {
        IsOver = true;
        Wake();
    }

    public void Break(CalloutFailure failure)
    {
        if (!IsOver)
        {
            _failure = failure;
            IsOver = true;
            Wake();
        }
    }

    public override async ValueTask<CalloutRead> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_read == _body.WrittenCount && !IsOver)
        {
            _waiting = new TaskCompletionSource();
            await using (cancellationToken.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), _waiting))
            {
                await _waiting.Task;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (_read == _body.WrittenCount)
        {
            return new CalloutRead(0, _failure);
        }

        var count = Math.Min(buffer.Length, _body.WrittenCount - _read);
        _body.WrittenMemory.Slice(_read, count).CopyTo(buffer);
        _read += count;
        return new CalloutRead(count);
    }

    private void Wake()
    {
        var waiting = _waiting;
        _waiting = null;
        waiting?.TrySetResult();
    }
}
