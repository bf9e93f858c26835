using System.Runtime.InteropServices;
using System.Text;

public static unsafe class Initialised
{
    [DllImport("env")]
    private static extern int twice(int value);

    [UnmanagedCallersOnly(EntryPoint = "prime")]
    public static int Prime(int index) => Primes.Known[index];

    [UnmanagedCallersOnly(EntryPoint = "answer")]
    public static int Answer() => Asked.Answer;

    [UnmanagedCallersOnly(EntryPoint = "encoded")]
    public static int Encoded(int index) => Texts.Encoded[index];

    [UnmanagedCallersOnly(EntryPoint = "remember")]
    public static int Remember(int value)
    {
        Registry.Last.Next = new Registry.Entry { Value = value };
        Registry.Last = Registry.Last.Next;
        var count = 0;
        for (var entry = Registry.First; entry is not null; entry = entry.Next)
        {
            count += entry.Value;
        }

        return count;
    }

    private static class Primes
    {
        public static readonly int[] Known = SievedUpTo(100);

        private static int[] SievedUpTo(int limit) =>
            [.. Enumerable.Range(2, limit - 2).Where(n => !Enumerable.Range(2, n - 2).Any(d => n % d == 0))];
    }

    private static class Texts
    {
        public static readonly byte[] Encoded = EncodedByTable(new() { ["text"] = "grün" });

        private static byte[] EncodedByTable(Dictionary<string, string> table) => Encoding.UTF8.GetBytes(table["text"]);
    }

    private static class Asked
    {
        public static readonly int Answer = AskHostFor(21);

        private static int AskHostFor(int value) => twice(value);
    }

    private static class Registry
    {
        public static readonly Entry First = new() { Value = 1 };

        public static Entry Last { get; set; } = First;

        public sealed class Entry
        {
            public int Value;
            public Entry? Next;
        }
    }
}
