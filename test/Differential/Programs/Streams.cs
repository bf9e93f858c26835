using System.Text;

public static class Streams
{
    public static void Run()
    {
        var m = new MemoryStream();
        using (var w = new StreamWriter(m, new UTF8Encoding(false), leaveOpen: true)) { w.WriteLine("line one"); w.Write("zwei ü"); }
        m.Position = 0;
        using var r = new StreamReader(m);
        string line;
        while ((line = r.ReadLine()) is not null) Out.Line(line);
        var b = new BinaryWriter(new MemoryStream());
        b.Write(42); b.Write("text"); b.Write(2.5); b.Write(true);
        b.BaseStream.Position = 0;
        var br = new BinaryReader(b.BaseStream);
        Out.Line(br.ReadInt32() + br.ReadString() + br.ReadDouble() + br.ReadBoolean());
        var sr = new StringReader("x\ny");
        Out.Line(sr.ReadLine() + sr.ReadToEnd());
        var sw = new StringWriter();
        sw.Write("{0}-{1}", 1, "b");
        Out.Line(sw.ToString());
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        buffer.GetSpan(4)[0] = 7;
        buffer.Advance(1);
        Out.Line(buffer.WrittenCount + buffer.WrittenSpan[0]);
        Span<byte> s = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(s, 0x0102030405060708);
        Out.Line(s[0] + " " + System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(s));
        var pool = System.Buffers.ArrayPool<byte>.Shared;
        var rented = pool.Rent(100);
        Out.Line(rented.Length >= 100);
        pool.Return(rented);
    }
}
