using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

/// <summary>One method for each program whose module has a size budget.</summary>
public static unsafe class Measured
{
    private static int s_calls;
    private static readonly byte[] s_buffer = new byte[256];

    [DllImport("env")]
    private static extern int get_header(byte* name, int nameLength, byte* value, int capacity);

    [DllImport("env")]
    private static extern void log(byte* text, int length);

    /// <summary>An exported method that has state and nothing else.</summary>
    public static void Empty() => s_calls++;

    /// <summary>Reads a header, puts it into a sentence and logs that.</summary>
    public static void Header()
    {
        var text = "path is " + Read("path"u8) + "!";
        Log(text);
    }

    /// <summary>Splits a header, counts its words and logs the numbers.</summary>
    public static void Words()
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in Read("words"u8).Split(','))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        foreach (var (word, count) in counts)
        {
            Log(word + "=" + count.ToString());
        }
    }

    /// <summary>Reads members of a JSON document.</summary>
    public static void Json()
    {
        using var document = JsonDocument.Parse(Read("json"u8));
        var root = document.RootElement;
        Log(root.GetProperty("name").GetString() + " " + root.GetProperty("numbers")[1].GetInt32());
    }

    private static string Read(ReadOnlySpan<byte> name)
    {
        fixed (byte* start = name)
        fixed (byte* buffer = s_buffer)
        {
            var length = get_header(start, name.Length, buffer, s_buffer.Length);
            return Encoding.UTF8.GetString(buffer, length);
        }
    }

    private static void Log(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
        {
            log(start, bytes.Length);
        }
    }
}
