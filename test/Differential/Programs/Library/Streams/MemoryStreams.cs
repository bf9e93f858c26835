namespace Library.Streams;

public static class MemoryStreams
{
    public static void Run()
    {
        var m = new MemoryStream();
        m.Write([1, 2, 3, 4, 5]);
        m.WriteByte(6);
        m.Seek(-3, SeekOrigin.End);
        Out.Line(m.ReadByte() + " " + m.Position + m.Length + m.CanSeek + m.Capacity.CompareTo(6));
        m.Position = 0;
        var b = new byte[4];
        Out.Line(m.Read(b, 1, 3) + string.Join(",", b) + m.ToArray().Length + m.TryGetBuffer(out var seg) + seg.Count);
        m.SetLength(2);
        var o = new MemoryStream();
        m.WriteTo(o);
        m.Position = 0;
        m.CopyTo(o);
        Out.Line(Convert.ToHexString(o.ToArray()));
        var w = new BinaryWriter(o);
        w.Write(1.5);
        w.Write("str");
        w.Write7BitEncodedInt(300);
        w.Write(true);
        w.Write(12.5m);
        o.Position = 4;
        var r = new BinaryReader(o);
        Out.Line(r.ReadDouble() + r.ReadString() + r.Read7BitEncodedInt() + r.ReadBoolean() + r.ReadDecimal());
        Out.Try("end", () => r.ReadInt32());
        var ro = new MemoryStream([1, 2], writable: false);
        Out.Try("read only", () => ro.WriteByte(1));
        Out.Try("fixed", () => new MemoryStream(new byte[1]).Write([1, 2]));
        ro.Dispose();
        Out.Try("disposed", () => ro.ReadByte());
        Out.Line(Async().Result + Stream.Null.Length);
        var buffered = new BufferedStream(new MemoryStream(Enumerable.Range(0, 100).Select(i => (byte)i).ToArray()), 16);
        buffered.ReadExactly(b);
        Out.Line(b[3] + buffered.Position);
    }

    private static async Task<int> Async() { var m = new MemoryStream(); await m.WriteAsync(new byte[10]); m.Position = 2; var d = new MemoryStream(); await m.CopyToAsync(d); return (int)d.Length; }
}
