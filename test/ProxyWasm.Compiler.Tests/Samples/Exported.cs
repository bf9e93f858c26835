using System.Runtime.InteropServices;

public static unsafe class Exported
{
    private static int s_calls;
    private static string s_kept = "";

    [DllImport("env")]
    private static extern int twice(int value);

    [UnmanagedCallersOnly(EntryPoint = "add")]
    public static int Add(int a, int b) => a + b;

    [UnmanagedCallersOnly(EntryPoint = "wide")]
    public static long Wide(long a, double b) => a + (long)b;

    [UnmanagedCallersOnly(EntryPoint = "ask_host")]
    public static int AskHost(int value) => twice(value) + 1;

    [UnmanagedCallersOnly(EntryPoint = "count_calls")]
    public static int CountCalls() => ++s_calls;

    [UnmanagedCallersOnly(EntryPoint = "fail")]
    public static void Fail() => throw new InvalidOperationException("on purpose");

    [UnmanagedCallersOnly(EntryPoint = "fail_deep")]
    public static int FailDeep(int depth) => Descent.GoSlowly(depth).GetAwaiter().GetResult();

    [UnmanagedCallersOnly(EntryPoint = "recurse")]
    public static int Recurse(int depth)
    {
        Span<int> local = stackalloc int[64];
        local[depth & 63] = depth;
        return depth == 0 ? 0 : Deeper(depth, local);
    }

    private static int Deeper(int depth, Span<int> outer)
    {
        Span<int> local = stackalloc int[64];
        local[depth & 63] = outer[depth & 63];
        return depth <= 0 ? local[0] : Deeper(depth - 1, local) + 1;
    }

    [UnmanagedCallersOnly(EntryPoint = "churn")]
    public static int Churn(int count)
    {
        for (var i = 0; i < count; i++)
        {
            s_kept = "kept " + i;
        }

        return s_kept.Length;
    }

    [UnmanagedCallersOnly(EntryPoint = "hoard")]
    public static int Hoard()
    {
        var all = new List<byte[]>();
        while (true)
        {
            all.Add(new byte[1 << 20]);
        }
    }
}
