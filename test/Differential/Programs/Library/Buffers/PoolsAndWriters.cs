using System.Buffers;

namespace Library.Buffers;

public static class PoolsAndWriters
{
    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] b, Segment previous = null) { Memory = b; if (previous is not null) { previous.Next = this; RunningIndex = previous.RunningIndex + previous.Memory.Length; } }
    }

    public static void Run()
    {
        var a = ArrayPool<byte>.Shared.Rent(100);
        Out.Line(a.Length >= 100);
        ArrayPool<byte>.Shared.Return(a, true);
        using (var m = MemoryPool<char>.Shared.Rent(10)) { m.Memory.Span[0] = 'x'; Out.Line(m.Memory.Length >= 10); }
        var w = new ArrayBufferWriter<byte>();
        w.Write("hello"u8);
        w.GetSpan(3)[0] = (byte)'!';
        w.Advance(1);
        Out.Line(System.Text.Encoding.ASCII.GetString(w.WrittenSpan) + w.WrittenCount);
        var first = new Segment([1, 2, 3]);
        var last = new Segment([6], new Segment([4, 5], first));
        var s = new ReadOnlySequence<byte>(first, 0, last, 1);
        Out.Line(s.Length + string.Join(",", s.ToArray()) + s.IsSingleSegment + s.Slice(2, 3).Length + s.PositionOf((byte)5).HasValue);
        var r = new SequenceReader<byte>(s);
        Out.Line(r.TryRead(out var b) + "" + b + r.TryReadTo(out ReadOnlySequence<byte> part, 5) + part.Length + r.Remaining + r.Consumed + r.End);
        foreach (var p in s) Out.Line(p.Length);
    }
}
