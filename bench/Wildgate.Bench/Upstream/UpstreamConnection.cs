using System.Net.Sockets;
using System.Text;
using Wildgate.Bench.Http;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Upstream;

/// <summary>One connection of the upstream: reads requests with their bodies and answers each, in order.</summary>
internal sealed class UpstreamConnection : IDisposable
{
    /// <summary>Length of an answer's body.</summary>
    public const int BodySize = 44;

    private static readonly byte[] Answer = Render(seen: '0');
    private static readonly byte[] AnswerToCount = Render(seen: '1');
    private static readonly byte[] Refusal =
        "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"u8.ToArray();

    private readonly Socket _socket;
    private readonly EventQueue _queue;
    private readonly byte[] _received;
    private readonly int _key;
    private readonly HeaderChecklist _checklist = new([new HeaderExpectation(BenchHeaders.Count)]);
    private readonly MessageParser _request;
    private readonly Queue<ReadOnlyMemory<byte>> _owed = new();
    private Readiness _interest = Readiness.Readable;
    private int _sent;
    private bool _isLast;

    public UpstreamConnection(Socket socket, EventQueue queue, byte[] received, int key)
    {
        _socket = socket;
        _queue = queue;
        _received = received;
        _key = key;
        _request = new MessageParser(MessageKind.Request, _checklist);
        queue.Add(socket, key, _interest);
    }

    /// <summary>Goes on with what the socket is ready for; false when the connection is over.</summary>
    public bool OnReady()
    {
        // A peer that does not take its answers gets no further requests read.
        if (_owed.Count > 0)
        {
            return Flush();
        }

        var count = _socket.Receive(_received, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return true;
        }

        if (error != SocketError.Success || count == 0)
        {
            return false;
        }

        Take(_received.AsSpan(0, count));
        return _owed.Count == 0 || Flush();
    }

    public void Dispose()
    {
        _queue.Remove(_socket);
        _socket.Dispose();
    }

    private static byte[] Render(char seen)
    {
        var body = new string('.', BodySize - 1) + "\n";
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: {BodySize}\r\n"
            + $"{BenchHeaders.Seen}: {seen}\r\n\r\n{body}");
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !_isLast)
        {
            var outcome = _request.Read(bytes, out var consumed);
            bytes = bytes[consumed..];
            if (outcome == ReadOutcome.Malformed)
            {
                _owed.Enqueue(Refusal);
                _isLast = true;
            }
            else if (outcome == ReadOutcome.Complete)
            {
                var answer = _checklist.FirstMissing is null ? AnswerToCount : Answer;
                _owed.Enqueue(answer.AsMemory(0, answer.Length - (_request.IsHead ? BodySize : 0)));
                _isLast = !_request.IsPersistent;
                _request.Reset();
            }
        }
    }

    private bool Flush()
    {
        while (_owed.TryPeek(out var answer))
        {
            var count = _socket.Send(answer.Span[_sent..], SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                Want(Readiness.Writable);
                return true;
            }

            if (error != SocketError.Success)
            {
                return false;
            }

            _sent += count;
            if (_sent == answer.Length)
            {
                _owed.Dequeue();
                _sent = 0;
            }
        }

        Want(Readiness.Readable);
        return !_isLast;
    }

    private void Want(Readiness interest)
    {
        if (interest != _interest)
        {
            _queue.Change(_socket, _key, interest);
            _interest = interest;
        }
    }
}
