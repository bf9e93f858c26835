using System.Text;

namespace Library.Streams;

public static class Readers
{
    private sealed class Slow(byte[] data) : Stream
    {
        private int _at;
        public override int Read(byte[] b, int o, int n) { if (n == 0 || _at == data.Length) return 0; b[o] = data[_at++]; return 1; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _at; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long o, SeekOrigin s) => throw new NotSupportedException();
        public override void SetLength(long v) => throw new NotSupportedException();
        public override void Write(byte[] b, int o, int n) => throw new NotSupportedException();
    }

    private static async Task Async()
    {
        using var r = new StreamReader(new Slow("line é1\nline 2\r\nlast"u8.ToArray()));
        string l;
        while ((l = await r.ReadLineAsync()) is not null) Out.Line(l);
        var m = new MemoryStream();
        await new Slow([1, 2, 3]).CopyToAsync(m);
        await using (var w = new StreamWriter(m, leaveOpen: true)) { await w.WriteAsync("x→"); await w.WriteLineAsync(); }
        Out.Line(Convert.ToHexString(m.ToArray()));
        var buffered = new BufferedStream(new Slow([9, 8, 7, 6]), 3);
        var b = new byte[4];
        await buffered.ReadExactlyAsync(b);
        Out.Line(b[3] + await buffered.ReadAtLeastAsync(b, 1, throwOnEndOfStream: false));
    }

    public static void Run()
    {
        Async().GetAwaiter().GetResult();
        var m = new MemoryStream();
        using (var w = new BinaryWriter(m, Encoding.UTF8, true)) { w.Write(5); w.Write("héllo"); w.Write(2.5); w.Write(true); w.Write('→'); w.Write7BitEncodedInt(300); w.Write(1.5m); w.Write((Half)2); }
        m.Position = 0;
        using var r = new BinaryReader(m);
        Out.Line(r.ReadInt32() + r.ReadString() + r.ReadDouble() + r.ReadBoolean() + r.ReadChar() + r.Read7BitEncodedInt() + r.ReadDecimal() + r.ReadHalf() + r.PeekChar());
        Out.Try("end", () => r.ReadInt32());
        Out.Try("seek", () => new Slow([]).Seek(0, SeekOrigin.Begin));
        Out.Try("exact", () => new Slow([1]).ReadExactly(new byte[2]));
        var s = new StringWriter();
        s.WriteLine("{0} {1:x}", 1, 255);
        s.Write('c');
        s.Write(2.5);
        Out.Line(s.ToString().Replace("\n", "/") + new StringReader("a\nb").ReadToEnd().Length);
        var f = new MemoryStream([1, 2, 3], 1, 2, writable: false, publiclyVisible: true);
        Out.Line(f.ReadByte() + f.Length + " " + f.TryGetBuffer(out var seg) + seg.Offset + f.CanWrite + f.Seek(-1, SeekOrigin.End));
        Out.Try("fixed", () => f.WriteByte(1));
        f.Dispose();
        Out.Try("closed", () => f.ReadByte());
    }
}
