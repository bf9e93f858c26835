using System.Text;
using Wildgate.Bench.Http;

namespace Wildgate.Bench.Tests.Http;

public sealed class MessageParserTests
{
    private const string Fixed = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 5\r\n\r\nhello";

    private const string Chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
        + "5;name=\"value\"\r\nhello\r\nA\r\n0123456789\r\n00\r\nX-Trailer: 1\r\n\r\n";

    private readonly MessageParser _parser = new(MessageKind.Response);

    [Theory]
    [InlineData(Fixed, 5)]
    [InlineData(Chunked, 15)]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", 0)]
    [InlineData("HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n", 0)]
    [InlineData("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", 0)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\ncontent-length: 2\r\n\r\nab", 2)]
    public void A_message_ends_where_its_headers_say(string message, long bodyBytes)
    {
        var bytes = Bytes(message + "HTTP/1.1 the next");

        var outcome = _parser.Read(bytes, out var consumed);

        Assert.Equal(ReadOutcome.Complete, outcome);
        Assert.Equal(message.Length, consumed);
        Assert.Equal(bodyBytes, _parser.BodyBytes);
    }

    [Theory]
    [InlineData(Fixed, 5)]
    [InlineData(Chunked, 15)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", 1)]
    public void A_message_may_be_cut_in_two_anywhere(string message, long bodyBytes)
    {
        var bytes = Bytes(message);
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            _parser.Reset();

            Assert.Equal(ReadOutcome.NeedMore, _parser.Read(bytes.AsSpan(0, cut), out var first));
            Assert.Equal(cut, first);
            Assert.Equal(ReadOutcome.Complete, _parser.Read(bytes.AsSpan(cut), out var second));
            Assert.Equal(bytes.Length - cut, second);
            Assert.Equal((200, bodyBytes), (_parser.Status, _parser.BodyBytes));
        }
    }

    [Theory]
    [InlineData(Fixed, 5)]
    [InlineData(Chunked, 15)]
    public void A_message_may_come_byte_by_byte(string message, long bodyBytes)
    {
        var bytes = Bytes(message);
        for (var i = 0; i < bytes.Length; i++)
        {
            var expected = i == bytes.Length - 1 ? ReadOutcome.Complete : ReadOutcome.NeedMore;
            Assert.Equal(expected, _parser.Read(bytes.AsSpan(i, 1), out var consumed));
            Assert.Equal(1, consumed);
        }

        Assert.Equal(bodyBytes, _parser.BodyBytes);
    }

    [Theory]
    [InlineData("nonsense\r\n", "'nonsense' is no status line")]
    [InlineData("HTTP/2.0 200 OK\r\n", "is no status line")]
    [InlineData("HTTP/1.1 20 OK\r\n", "is no status line")]
    [InlineData("HTTP/1.1 2000 OK\r\n", "is no status line")]
    [InlineData("HTTP/1.1 2x0 OK\r\n", "is no status line")]
    [InlineData("HTTP/1.1 099 OK\r\n", "is no status line")]
    [InlineData("\r\n", "'' is no status line")]
    [InlineData("HTTP/1.1 200 OK\n", "ends in LF without CR")]
    [InlineData("\n", "ends in LF without CR")]
    [InlineData("HTTP/1.1 200 OK\r\na: b\rc\r\n", "'a: b\\x0dc' has a CR or NUL inside")]
    [InlineData("HTTP/1.1 200 OK\r\na: b\0c\r\n", "has a CR or NUL inside")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n", "'no colon' is no header")]
    [InlineData("HTTP/1.1 200 OK\r\n: value\r\n", "is no header")]
    [InlineData("HTTP/1.1 200 OK\r\nname : value\r\n", "is no header")]
    [InlineData("HTTP/1.1 200 OK\r\na: b\r\n folded\r\n", "is no header")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n", "status 101")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n", "content-length '-1'")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n", "content-length '+1'")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1 2\r\n", "content-length '1 2'")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n", "content-length '0x10'")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length:\r\n", "content-length ''")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999\r\n", "at most 18 digits")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n", "two content-lengths, 1 and 2")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "has both")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n", "transfer-encoding 'gzip, chunked'")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "single 'chunked'")]
    [InlineData("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.0")]
    public void A_malformed_head_is_refused_with_its_reason(string message, string reason)
    {
        Assert.Equal(ReadOutcome.Malformed, _parser.Read(Bytes(message), out _));
        Assert.Contains(reason, _parser.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n", "chunk size ''")]
    [InlineData("x\r\n", "chunk size 'x'")]
    [InlineData("-1\r\n", "chunk size '-1'")]
    [InlineData("0x5\r\n", "chunk size '0x5'")]
    [InlineData("5 \r\n", "chunk size '5 '")]
    [InlineData(" 5\r\n", "chunk size ' 5'")]
    [InlineData("FFFFFFFFFFFFFFFF\r\n", "at most 15 digits")]
    [InlineData("5\n", "ends in LF without CR")]
    [InlineData("5\r\nhelloX\r\n", "'X' follows a chunk's data")]
    [InlineData("0\r\nno trailer\r\n", "trailer 'no trailer'")]
    public void A_malformed_chunk_is_refused_with_its_reason(string body, string reason)
    {
        var bytes = Bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body);

        Assert.Equal(ReadOutcome.Malformed, _parser.Read(bytes, out _));
        Assert.Contains(reason, _parser.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_without_end_is_refused_before_it_fills_the_memory()
    {
        var header = Bytes($"name: {new string('v', 1000)}\r\n");
        _parser.Read(Bytes("HTTP/1.1 200 OK\r\n"), out _);

        var reads = 0;
        while (_parser.Read(header, out _) == ReadOutcome.NeedMore)
        {
            Assert.True(++reads < 100, "100 KiB of headers were accepted");
        }

        Assert.Contains("the head is longer", _parser.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var part = Bytes(new string('x', 1000));

        var reads = 0;
        while (_parser.Read(part, out _) == ReadOutcome.NeedMore)
        {
            Assert.True(++reads < 100, "100 KiB of one line were accepted");
        }

        Assert.Contains("a line is longer", _parser.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_without_length_ends_with_the_connection()
    {
        Assert.Equal(ReadOutcome.NeedMore, _parser.Read(Bytes("HTTP/1.1 200 OK\r\n\r\nabc"), out _));

        Assert.Equal(ReadOutcome.Complete, _parser.Close());
        Assert.Equal(3, _parser.BodyBytes);
        Assert.False(_parser.IsPersistent);
    }

    [Theory]
    [InlineData("", "before the first byte")]
    [InlineData("HTTP/1.1 2", "in the middle")]
    [InlineData("HTTP/1.1 200 OK\r\n", "in the middle")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", "after 4 body bytes")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "after 5 body bytes")]
    public void A_connection_closed_too_early_cuts_the_message_off(string message, string reason)
    {
        Assert.Equal(ReadOutcome.NeedMore, _parser.Read(Bytes(message), out _));

        Assert.Equal(ReadOutcome.Malformed, _parser.Close());
        Assert.Contains(reason, _parser.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_to_head_has_no_body_whatever_its_length_says()
    {
        _parser.Reset(answersHead: true);

        Assert.Equal(ReadOutcome.Complete, _parser.Read(Bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"), out _));
        Assert.Equal(0, _parser.BodyBytes);
    }

    [Theory]
    [InlineData("HTTP/1.1", "", true)]
    [InlineData("HTTP/1.1", "Connection: close\r\n", false)]
    [InlineData("HTTP/1.1", "connection: x, CLOSE\r\n", false)]
    [InlineData("HTTP/1.0", "", false)]
    [InlineData("HTTP/1.0", "Connection: Keep-Alive\r\n", true)]
    public void Version_and_connection_header_say_whether_another_message_may_follow(
        string version, string header, bool isPersistent)
    {
        _parser.Read(Bytes($"{version} 200 OK\r\n{header}Content-Length: 0\r\n\r\n"), out _);

        Assert.Equal(isPersistent, _parser.IsPersistent);
    }

    [Theory]
    [InlineData("X-A: 1\r\nx-b: anything\r\n", null)]
    [InlineData("x-a: 2\r\nx-a: 1\r\nx-b:\r\n", null)]
    [InlineData("x-a: 2\r\nx-b: 1\r\n", "x-a: 1")]
    [InlineData("x-a: 1\r\n", "x-b")]
    public void Expected_headers_are_ticked_off(string headers, string? missing)
    {
        var checklist = new HeaderChecklist([new HeaderExpectation("x-a", "1"), new HeaderExpectation("x-b")]);
        var parser = new MessageParser(MessageKind.Response, checklist);
        parser.Read(Bytes("HTTP/1.1 103 Early\r\nx-a: 1\r\nx-b: 1\r\n\r\n"), out _);

        parser.Read(Bytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: 0\r\n\r\n"), out _);

        Assert.Equal(missing, checklist.FirstMissing?.ToString());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", nameof(ReadOutcome.Complete))]
    [InlineData("POST /a?b HTTP/1.1\r\ncontent-length: 3\r\n\r\nabc", nameof(ReadOutcome.Complete))]
    [InlineData("P / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", nameof(ReadOutcome.Complete))]
    [InlineData("POST / HTTP/1.1\r\ncontent-length: 3\r\n\r\nab", nameof(ReadOutcome.NeedMore))]
    [InlineData("GET /\r\n", nameof(ReadOutcome.Malformed))]
    [InlineData("GET  HTTP/1.1\r\n", nameof(ReadOutcome.Malformed))]
    [InlineData("GET / x HTTP/1.1\r\n", nameof(ReadOutcome.Malformed))]
    [InlineData("G@T / HTTP/1.1\r\n", nameof(ReadOutcome.Malformed))]
    [InlineData("GET / HTTP/1.2\r\n", nameof(ReadOutcome.Malformed))]
    public void Requests_are_read_by_the_same_rules(string message, string expected) =>
        Assert.Equal(expected, new MessageParser(MessageKind.Request).Read(Bytes(message), out _).ToString());

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
