using System.Buffers;
using System.Buffers.Binary;

namespace Library.Buffers;

public static class Sequences
{
    private sealed class Segment : ReadOnlySequenceSegment<int>
    {
        public Segment(int[] m) => Memory = m;
        public Segment Then(int[] m) { var s = new Segment(m) { RunningIndex = RunningIndex + Memory.Length }; Next = s; return s; }
    }

    private sealed class Owner : MemoryManager<byte> { private readonly byte[] _b = new byte[8]; public override Span<byte> GetSpan() => _b; public override MemoryHandle Pin(int i = 0) => throw new NotSupportedException("pin"); public override void Unpin() { } protected override void Dispose(bool d) => Out.Line("owner " + d); }

    public static void Run()
    {
        var a = new Segment([1, 2, 3]);
        var z = a.Then([]).Then([4, 5]).Then([6]);
        var s = new ReadOnlySequence<int>(a, 1, z, 1);
        Out.Line(s.Length + " " + s.IsSingleSegment + s.First.Length + string.Join(",", s.ToArray()) + string.Join(",", s.Slice(1, 3).ToArray()) + s.PositionOf(5).HasValue + s.GetOffset(s.GetPosition(2)));
        foreach (var m in s) Out.Line(m.Length);
        var r = new SequenceReader<int>(s);
        Out.Line(r.TryReadTo(out ReadOnlySequence<int> before, 5) + " " + before.Length + r.Consumed + r.TryRead(out var v) + v + r.End + r.TryPeek(out _));
        r.Rewind(3);
        Out.Line(r.Remaining + " " + r.IsNext(4, true) + r.AdvancePast(5) + r.UnreadSpan.Length);
        var pool = ArrayPool<int>.Shared;
        var x = pool.Rent(100);
        Out.Line(x.Length >= 100);
        x[0] = 9;
        pool.Return(x, clearArray: true);
        Out.Line(x[0] + pool.Rent(0).Length);
        using (var owner = MemoryPool<byte>.Shared.Rent(10)) Out.Line(owner.Memory.Length >= 10);
        var mine = new Owner();
        mine.Memory.Span[3] = 7;
        Out.Line(mine.Memory[2..5].Span[1] + mine.Memory.Length);
        ((IDisposable)mine).Dispose();
        Span<byte> b = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(b, -2);
        BinaryPrimitives.WriteDoubleLittleEndian(b[4..], 1.5);
        BinaryPrimitives.WriteUInt16BigEndian(b[12..], 0xABCD);
        Out.Line(Convert.ToHexString(b) + BinaryPrimitives.ReadInt64LittleEndian(b) + BinaryPrimitives.ReverseEndianness(0x01020304) + BinaryPrimitives.ReadHalfBigEndian(b) + BinaryPrimitives.TryReadInt64BigEndian(b[10..], out _));
        var w = new ArrayBufferWriter<char>(2);
        w.Write("hello");
        " world".CopyTo(w.GetSpan(6));
        w.Advance(6);
        Out.Line(w.WrittenSpan.ToString() + w.WrittenCount);
        w.ResetWrittenCount();
        Out.Try("advance", () => w.Advance(100000));
        ReadOnlyMemory<char> mem = "text".AsMemory(1, 2);
        Out.Line(mem.ToString() + System.Runtime.InteropServices.MemoryMarshal.TryGetString(mem, out var t, out var st, out var n) + t + st + n + mem.Equals("text".AsMemory(1, 2)) + new Memory<int>([1, 2]).TryCopyTo(new int[1]));
    }
}
