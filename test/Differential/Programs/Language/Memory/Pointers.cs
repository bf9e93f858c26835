using System.Runtime.InteropServices;

namespace Language.Memory;

public static unsafe class Pointers
{
    [StructLayout(LayoutKind.Sequential, Pack = 1)] private struct Packed { public byte A; public int B; public short C; }
    [StructLayout(LayoutKind.Explicit)] private struct Union { [FieldOffset(0)] public float F; [FieldOffset(0)] public uint U; [FieldOffset(2)] public ushort High; }
    private struct Fixed { public fixed int Values[4]; public int After; }
    private struct Node { public int V; public Node* Next; }

    public static void Run()
    {
        int[] a = [1, 2, 3, 4];
        fixed (int* p = a)
        {
            *(p + 1) = 20;
            p[2] += 5;
            var end = p + a.Length;
            Out.Line((int)(end - p) + " " + *p + p[3]);
            for (var q = p; q < end; q++) *q *= 2;
        }

        Out.Line(string.Join(",", a));
        Out.Line(sizeof(Packed) + " " + sizeof(Union) + sizeof(Fixed) + sizeof(int*).ToString().Length);
        var u = new Union { F = 1.5f };
        Out.Line(u.U.ToString("X") + u.High.ToString("X"));
        var f = new Fixed { After = 7 };
        for (var i = 0; i < 4; i++) f.Values[i] = i * i;
        Out.Line(f.Values[3] + f.After);
        Node n2 = new() { V = 2 }, n1 = new() { V = 1, Next = &n2 };
        var sum = 0;
        for (var n = &n1; n != null; n = n->Next) sum += n->V;
        Out.Line(sum);
        fixed (char* c = "text") Out.Line(new string(c, 1, 2));
        void* v = &sum;
        *(byte*)v = 0xFF;
        Out.Line(sum);
        int** pp;
        int x = 5;
        int* px = &x;
        pp = &px;
        **pp = 6;
        Out.Line(x);
        var packed = new Packed { A = 1, B = 0x01020304, C = 5 };
        Out.Line(((byte*)&packed)[1] + ((byte*)&packed)[5]);
    }
}
