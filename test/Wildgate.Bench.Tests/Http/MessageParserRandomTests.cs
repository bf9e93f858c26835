using System.Text;
using Wildgate.Bench.Http;

namespace Wildgate.Bench.Tests.Http;

public sealed class MessageParserRandomTests(ITestOutputHelper output)
{
    private const int Rounds = 2_000;

    private readonly int _seed = Environment.TickCount;

    [Fact]
    public void Messages_on_one_connection_are_read_whatever_the_reads_look_like()
    {
        output.WriteLine($"seed {_seed}");
        var random = new Random(_seed);
        var parser = new MessageParser(MessageKind.Response);
        for (var round = 0; round < Rounds; round++)
        {
            var sizes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(0, 300)).ToArray();
            var stream = Encoding.ASCII.GetBytes(string.Concat(sizes.Select(size => Render(size, random))));

            Assert.Equal(sizes, ReadAll(parser, stream, random));
        }
    }

    [Fact]
    public void Mutated_messages_neither_throw_nor_read_past_their_end()
    {
        output.WriteLine($"seed {_seed}");
        var random = new Random(_seed);
        var parser = new MessageParser(MessageKind.Response);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Encoding.ASCII.GetBytes(Render(random.Next(0, 100), random));
            for (var mutation = random.Next(1, 4); mutation > 0; mutation--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            parser.Reset();
            var outcome = parser.Read(bytes, out var consumed);

            Assert.InRange(consumed, 0, bytes.Length);
            Assert.InRange(parser.BodyBytes, 0, bytes.Length);
            Assert.Equal(outcome == ReadOutcome.Malformed, parser.Error.Length > 0);
            Assert.True(outcome != ReadOutcome.NeedMore || consumed == bytes.Length);
        }
    }

    private static List<int> ReadAll(MessageParser parser, byte[] stream, Random random)
    {
        var found = new List<int>();
        var offset = 0;
        parser.Reset();
        while (offset < stream.Length)
        {
            var length = random.Next(1, Math.Min(200, stream.Length - offset) + 1);
            var outcome = parser.Read(stream.AsSpan(offset, length), out var consumed);
            offset += consumed;
            Assert.True(outcome != ReadOutcome.Malformed, parser.Error);
            if (outcome == ReadOutcome.Complete)
            {
                found.Add((int)parser.BodyBytes);
                parser.Reset();
            }
        }

        return found;
    }

    private static string Render(int size, Random random)
    {
        if (random.Next(2) == 0)
        {
            return $"HTTP/1.1 200 OK\r\ncontent-length: {size}\r\n\r\n{new string('b', size)}";
        }

        var text = new StringBuilder("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        for (var left = size; left > 0;)
        {
            var chunk = random.Next(1, left + 1);
            text.Append(chunk.ToString("X", null)).Append("\r\n").Append('c', chunk).Append("\r\n");
            left -= chunk;
        }

        return text.Append("0\r\n\r\n").ToString();
    }
}
