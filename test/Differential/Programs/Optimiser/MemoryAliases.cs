using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Optimiser;

/// <summary>What was stored is not what is loaded when something else wrote there in between.</summary>
public static unsafe class MemoryAliases
{
    private static int s_number;
    private static int s_other;
    private static Node s_node = new();

    private sealed class Node
    {
        public int A;
        public int B;
        public Node Next;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Overlay
    {
        [FieldOffset(0)] public int Whole;
        [FieldOffset(0)] public byte Low;
        [FieldOffset(1)] public byte High;
        [FieldOffset(0)] public float Real;
    }

    public static void Run()
    {
        Out.Line($"{ThroughReferences(new Node(), new Node())}");
        var node = new Node();
        Out.Line($"{ThroughReferences(node, node)}");
        Out.Line($"{ThroughStatics(ref s_number)} {ThroughStatics(ref s_other)}");
        Out.Line($"{ThroughCalls(s_node)} {Overlaid(0x12345)} {Narrow(node, 300)}");
        Out.Line(string.Join(',', Elements([1, 2, 3, 4])));
        int* cells = stackalloc int[4];
        Out.Line($"{ThroughPointers(cells, (byte*)cells)} {ThroughPointers(cells, (byte*)(cells + 2))}");
        Out.Line($"{Chained(5)} {Swapped(3, 4)}");
    }

    private static int ThroughReferences(Node x, Node y)
    {
        x.A = 1;
        y.A = 2;
        x.B = x.A + 10;
        y.B = 7;
        return (x.A * 100) + x.B;
    }

    private static int ThroughStatics(ref int target)
    {
        s_number = 5;
        s_other = 6;
        target = 9;
        return (s_number * 10) + s_other;
    }

    private static int ThroughCalls(Node node)
    {
        node.A = 3;
        ChangeNode();
        return node.A;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ChangeNode() => s_node.A = 4;

    private static string Overlaid(int value)
    {
        var overlay = new Overlay { Whole = value };
        overlay.High = 0xFF;
        var whole = overlay.Whole;
        overlay.Real = 1.5f;
        return $"{whole:X} {overlay.Whole:X} {overlay.Low}";
    }

    private static int Narrow(Node node, int value)
    {
        var small = (byte)value;
        var signed = (sbyte)(value - 100);
        node.A = small;
        Unsafe.As<int, byte>(ref node.A) = (byte)(value + 1);
        return (node.A * 1000) + signed + (short)(value << 8);
    }

    private static int[] Elements(int[] values)
    {
        values[0] = values[1];
        values[1] = values[0] + values[2];
        values[2] = values[1];
        Span<int> tail = values.AsSpan(1);
        tail[1] = 50;
        values[3] = values[2] + tail[0];
        return values;
    }

    private static int ThroughPointers(int* words, byte* bytes)
    {
        words[0] = 0x01020304;
        bytes[1] = 0x55;
        words[2] = 8;
        return words[0] + words[2];
    }

    private static int Chained(int count)
    {
        var first = new Node();
        var last = first;
        for (var i = 0; i < count; i++)
        {
            last.Next = new Node { A = last.A + i };
            last = last.Next;
        }

        first.A = 100;
        return last.A + first.A;
    }

    private static string Swapped(int a, int b)
    {
        var pair = (a, b);
        pair = (pair.b, pair.a);
        (a, b) = (b, a + b);
        return $"{pair.a}{pair.b} {a} {b}";
    }
}
