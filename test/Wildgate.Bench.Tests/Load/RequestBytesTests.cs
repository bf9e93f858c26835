using System.Net;
using Wildgate.Bench.Http;
using Wildgate.Bench.Load;

namespace Wildgate.Bench.Tests.Load;

public sealed class RequestBytesTests
{
    private static readonly LoadTarget Target =
        new(new IPEndPoint(IPAddress.Loopback, 80), "example.test", "/path?q=1");

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(RequestBytes.BlockBytes - 1, true)]
    [InlineData(RequestBytes.BlockBytes, false)]
    [InlineData(RequestBytes.BlockBytes, true)]
    [InlineData((3 * RequestBytes.BlockBytes) + 17, false)]
    [InlineData((3 * RequestBytes.BlockBytes) + 17, true)]
    public void A_request_of_any_size_is_one_wellformed_message(long bodySize, bool chunked)
    {
        var request = RequestBytes.Create(Target, "POST", bodySize, chunked);
        var parser = new MessageParser(MessageKind.Request);
        var outcome = ReadOutcome.NeedMore;

        var offset = 0L;
        while (offset < request.Length)
        {
            Assert.Equal(ReadOutcome.NeedMore, outcome);
            outcome = parser.Read(request.At(offset), out var consumed);
            offset += consumed;
        }

        Assert.Equal(ReadOutcome.Complete, outcome);
        Assert.Equal(request.Length, offset);
        Assert.Equal(bodySize, parser.BodyBytes);
    }

    [Fact]
    public void A_request_cut_anywhere_goes_on_with_the_byte_that_follows()
    {
        var request = RequestBytes.Create(Target, "PUT", (2L * RequestBytes.BlockBytes) + 5, chunked: true);
        var whole = new List<byte>();
        for (var offset = 0L; offset < request.Length; offset = whole.Count)
        {
            whole.AddRange(request.At(offset));
        }

        for (var offset = 0; offset < whole.Count; offset += 37)
        {
            Assert.Equal(whole[offset], request.At(offset)[0]);
        }
    }

    [Fact]
    public void A_small_request_lies_together() =>
        Assert.Equal(
            "GET /path?q=1 HTTP/1.1\r\nhost: example.test\r\nuser-agent: wildgate-bench\r\naccept: */*\r\n\r\n"u8,
            RequestBytes.Create(Target, "GET", 0, chunked: false).At(0));
}
