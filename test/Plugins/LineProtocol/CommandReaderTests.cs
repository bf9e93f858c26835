using System.Text;
using CsCheck;
using LineProtocol;

namespace Plugins.Tests.LineProtocol;

/// <summary>Commands are understood however the network cuts them.</summary>
public sealed class CommandReaderTests
{
    private static readonly CommandTable Commands = new(["GET", "SET", "DEL"], ["SET"], ["DEL"]);

    [Theory]
    [InlineData("GET a\n", CommandVerdict.Pass)]
    [InlineData("get a\r\nGET b\n", CommandVerdict.Pass)]
    [InlineData("GET", CommandVerdict.Incomplete)]
    [InlineData("GET a\nSE", CommandVerdict.Incomplete)]
    [InlineData("SET a 3\nDEL\n", CommandVerdict.Pass)]
    [InlineData("SET a 5\r\nDEL a\r\nGET b\r\n", CommandVerdict.Pass)]
    [InlineData("SET a 0\n\nGET b\n", CommandVerdict.Pass)]
    [InlineData("SET a 3\nDELX\n", CommandVerdict.Malformed)]
    [InlineData("SET a x\n", CommandVerdict.Malformed)]
    [InlineData("SET a -1\n", CommandVerdict.Malformed)]
    [InlineData("SET a 9999999999\n", CommandVerdict.Malformed)]
    [InlineData("SET\n", CommandVerdict.Malformed)]
    [InlineData("\n", CommandVerdict.Malformed)]
    [InlineData(" GET a\n", CommandVerdict.Malformed)]
    [InlineData("DEL a\n", CommandVerdict.Denied)]
    [InlineData("GET a\ndel b\n", CommandVerdict.Denied)]
    [InlineData("FLY\n", CommandVerdict.Denied)]
    [InlineData("GET 12345678901234567\n", CommandVerdict.Malformed)]
    [InlineData("GET 12345678901234567", CommandVerdict.Malformed)]
    internal void Lines_are_judged(string text, CommandVerdict expected) =>
        Assert.Equal(expected, new CommandReader(Commands, 20, _ => { }).Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void However_it_is_cut_the_same_commands_are_seen()
    {
        const string Text = "GET a\r\nSET b 12\nDEL a\nGET\n\r\n\r\nget c\nSET d 0\n\nGET e\nDEL f\nGET g\n";
        var bytes = Encoding.UTF8.GetBytes(Text);
        var (expected, last) = Run(bytes, [bytes.Length]);
        Assert.Equal([0, 1, 0, 1, 0, 2], expected);
        Assert.Equal(CommandVerdict.Denied, last);

        Gen.Int[1, 9].Array[1, 80].Sample(cuts =>
        {
            var (seen, verdict) = Run(bytes, [.. cuts, bytes.Length]);
            Assert.Equal(expected, seen);
            Assert.Equal(last, verdict);
        });
    }

    // As a host does it: what is held back comes again with what is new.
    private static (List<int> Seen, CommandVerdict Last) Run(byte[] bytes, int[] cuts)
    {
        var seen = new List<int>();
        var reader = new CommandReader(Commands, 20, seen.Add);
        var (start, end) = (0, 0);
        foreach (var cut in cuts)
        {
            end = Math.Min(end + cut, bytes.Length);
            var verdict = reader.Read(bytes.AsSpan(start, end - start));
            if (verdict is CommandVerdict.Denied or CommandVerdict.Malformed)
            {
                return (seen, verdict);
            }

            start = verdict == CommandVerdict.Pass ? end : start;
        }

        return (seen, CommandVerdict.Pass);
    }
}
