using System.Net.Sockets;
using Wildgate.Bench.Http;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Load;

/// <summary>
/// One connection of the generator: connects, sends a request, reads its answer, begins the next. It never blocks:
/// the generator calls <see cref="OnReady"/> when the socket can go on. Sending and receiving overlap, because a proxy
/// that streams answers before it has read the whole request.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly LoadPlan _plan;
    private readonly LoadTally _tally;
    private readonly EventQueue _queue;
    private readonly TimeProvider _time;
    private readonly byte[] _received;
    private readonly int _key;
    private readonly HeaderChecklist? _checklist;
    private readonly MessageParser _answer;
    private Socket? _socket;
    private Readiness _interest;
    private bool _isQueued;
    private bool _isConnecting;
    private long _sent;
    private long _begunAt;

    /// <summary>The buffer <paramref name="received"/> is shared by all connections of the thread.</summary>
    public LoadConnection(
        LoadPlan plan, LoadTally tally, EventQueue queue, TimeProvider time, byte[] received, int key)
    {
        _plan = plan;
        _tally = tally;
        _queue = queue;
        _time = time;
        _received = received;
        _key = key;
        _checklist = plan.ExpectedHeaders.Count > 0 ? new HeaderChecklist(plan.ExpectedHeaders) : null;
        _answer = new MessageParser(MessageKind.Response, _checklist);
    }

    /// <summary>Whether a request is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Begins the next request if the run has one left.</summary>
    public void Begin()
    {
        _begunAt = _time.GetTimestamp();
        IsBusy = _tally.TryBegin(_begunAt);
        if (!IsBusy)
        {
            Close();
            return;
        }

        _sent = 0;
        _answer.Reset(_plan.Request.IsHead);
        if (_socket is null)
        {
            Connect();
        }
        else
        {
            Send();
        }
    }

    public void OnReady(Readiness readiness)
    {
        if (_isConnecting && !EndConnect())
        {
            return;
        }

        if (_sent < _plan.Request.Length && (readiness & Readiness.Writable) != 0)
        {
            Send();
        }

        if (IsBusy && (readiness & ~Readiness.Writable) != 0)
        {
            Receive();
        }
    }

    /// <summary>Fails the request under way when it is older than the plan allows.</summary>
    public void CheckTimeout()
    {
        if (IsBusy && _time.GetElapsedTime(_begunAt) > _plan.Timeout)
        {
            Fail($"no complete answer within {_plan.Timeout.TotalSeconds} s");
        }
    }

    public void Dispose() => Close();

    private void Connect()
    {
        _socket = new Socket(_plan.Target.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            Blocking = false,
        };
        _tally.Connected();
        _interest = Readiness.Readable | Readiness.Writable;
        _isConnecting = true;
        try
        {
            _socket.Connect(_plan.Target.EndPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // The connection is being made; the queue reports its end as writable.
        }
        catch (SocketException e)
        {
            Fail($"connect to {_plan.Target.EndPoint}: {e.SocketErrorCode}");
            return;
        }

        _queue.Add(_socket, _key, _interest);
        _isQueued = true;
    }

    private bool EndConnect()
    {
        var error = (SocketError)(int)_socket!.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
        if (error != SocketError.Success)
        {
            Fail($"connect to {_plan.Target.EndPoint}: {error}");
            return false;
        }

        _isConnecting = false;
        return true;
    }

    private void Send()
    {
        var request = _plan.Request;
        while (_sent < request.Length)
        {
            var count = _socket!.Send(request.At(_sent), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                break;
            }

            if (error != SocketError.Success)
            {
                Fail($"send after {_sent} of {request.Length} request bytes: {error}");
                return;
            }

            _sent += count;
        }

        Want(_sent < request.Length ? Readiness.Readable | Readiness.Writable : Readiness.Readable);
    }

    private void Receive()
    {
        var count = _socket!.Receive(_received, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return;
        }

        if (error != SocketError.Success)
        {
            Fail($"receive: {error}");
            return;
        }

        var consumed = 0;
        var outcome = count == 0 ? _answer.Close() : _answer.Read(_received.AsSpan(0, count), out consumed);
        if (outcome == ReadOutcome.Malformed)
        {
            Fail(_answer.Error);
        }
        else if (outcome == ReadOutcome.Complete)
        {
            EndAnswer(count - consumed);
        }
    }

    private void EndAnswer(int excessBytes)
    {
        if (Defect(excessBytes) is { } defect)
        {
            Fail(defect);
            return;
        }

        _tally.Complete(_begunAt, _time.GetTimestamp(), _answer.BodyBytes);
        if (!_answer.IsPersistent)
        {
            Close();
        }

        Begin();
    }

    private string? Defect(int excessBytes)
    {
        if (_answer.Status is < 200 or > 299)
        {
            return $"status {_answer.Status}";
        }

        if (_checklist?.FirstMissing is { } missing)
        {
            return $"answer without header '{missing}'";
        }

        if (_plan.ExpectedBodySize is { } size && size != _answer.BodyBytes)
        {
            return $"answer with a body of {_answer.BodyBytes} bytes instead of {size}";
        }

        if (_sent < _plan.Request.Length)
        {
            return $"answer complete after {_sent} of {_plan.Request.Length} request bytes";
        }

        return excessBytes > 0 ? $"{excessBytes} bytes after the end of the answer" : null;
    }

    private void Fail(string reason)
    {
        _tally.Fail(reason, _time.GetTimestamp());
        Close();
        Begin();
    }

    private void Want(Readiness interest)
    {
        if (interest != _interest)
        {
            _queue.Change(_socket!, _key, interest);
            _interest = interest;
        }
    }

    private void Close()
    {
        if (_socket is not null && _isQueued)
        {
            _queue.Remove(_socket);
        }

        _socket?.Dispose();
        _socket = null;
        _isQueued = false;
        _isConnecting = false;
    }
}
