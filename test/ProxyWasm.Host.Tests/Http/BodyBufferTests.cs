using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Http;

public sealed class BodyBufferTests
{
    [Fact]
    public void Borrowed_bytes_are_not_copied_until_they_are_changed()
    {
        using var buffer = new BodyBuffer();
        var memory = "hello"u8.ToArray();
        buffer.Borrow(memory);
        memory[0] = (byte)'j';
        Assert.Equal("jello", Text(buffer));
        Assert.True(buffer.IsBorrowed);

        buffer.Own();
        memory[0] = (byte)'h';

        Assert.Equal("jello", Text(buffer));
        Assert.False(buffer.IsBorrowed);
    }

    [Theory]
    [InlineData(0u, 0u, "x", "xhello")]
    [InlineData(uint.MaxValue, 0u, "x", "hellox")]
    [InlineData(0u, uint.MaxValue, "x", "x")]
    [InlineData(1u, 3u, "", "ho")]
    [InlineData(2u, uint.MaxValue, "y", "hey")]
    public void Splicing_clips_the_range(uint start, uint count, string bytes, string expected)
    {
        using var buffer = new BodyBuffer();
        buffer.Borrow("hello"u8.ToArray());

        buffer.Splice(start, count, Encoding.ASCII.GetBytes(bytes));

        Assert.Equal(expected, Text(buffer));
    }

    [Fact]
    public void Consuming_more_than_there_is_is_refused()
    {
        using var buffer = new BodyBuffer();
        buffer.Append("abc"u8);

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Consume(4));
        buffer.Consume(3);
        Assert.True(buffer.IsEmpty);
    }

    [Fact]
    public void Random_operations_agree_with_a_list_of_bytes()
    {
        var random = RandomSeed.Create();
        for (var round = 0; round < 200; round++)
        {
            using var buffer = new BodyBuffer();
            using var other = new BodyBuffer();
            var model = new List<byte>();
            for (var step = 0; step < 60; step++)
            {
                Step(random, buffer, other, model);
                Assert.Equal(model.Count, buffer.Length);
                Assert.Equal(model.ToArray(), buffer.Span.ToArray());
            }
        }
    }

    private static void Step(Random random, BodyBuffer buffer, BodyBuffer other, List<byte> model)
    {
        var bytes = new byte[random.Next(4) == 0 ? random.Next(2000) : random.Next(8)];
        random.NextBytes(bytes);
        switch (random.Next(7))
        {
            case 0:
                buffer.Append(bytes);
                model.AddRange(bytes);
                break;
            case 1:
                buffer.Borrow(bytes);
                model.AddRange(bytes);
                break;
            case 2:
                var consumed = random.Next(model.Count + 1);
                buffer.Consume(consumed);
                model.RemoveRange(0, consumed);
                break;
            case 3:
                other.Borrow(bytes);
                buffer.TakeFrom(other);
                Assert.True(other.IsEmpty);
                model.AddRange(bytes);
                break;
            case 4:
                buffer.Own();
                Assert.False(buffer.IsBorrowed);
                break;
            default:
                var start = random.Next(5) == 0 ? uint.MaxValue : (uint)random.Next(model.Count + 3);
                var count = random.Next(5) == 0 ? uint.MaxValue : (uint)random.Next(model.Count + 3);
                buffer.Splice(start, count, bytes);
                var at = (int)Math.Min(start, (uint)model.Count);
                model.RemoveRange(at, (int)Math.Min(count, (uint)(model.Count - at)));
                model.InsertRange(at, bytes);
                break;
        }
    }

    private static string Text(BodyBuffer buffer) => Encoding.Latin1.GetString(buffer.Span);
}
