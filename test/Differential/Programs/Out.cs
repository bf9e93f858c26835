using System.Runtime.InteropServices;
using System.Text;

/// <summary>What a program prints: collected on the JIT, handed to the host in a module.</summary>
public static unsafe class Out
{
    public static readonly StringBuilder Text = new();

    [DllImport("env", EntryPoint = "write")]
    private static extern void Write(char* text, int length);

    public static void Line(string text)
    {
        if (!OperatingSystem.IsBrowser())
        {
            Text.Append(text).Append('\n');
            return;
        }

        fixed (char* start = text)
        {
            Write(start, text is null ? 0 : text.Length);
        }
    }

    public static void Line(object value) => Line(value is null ? "null" : value.ToString());

    public static void Line(int value) => Line(value.ToString());

    public static void Line(long value) => Line(value.ToString());

    public static void Line(bool value) => Line(value ? "True" : "False");

    /// <summary>Runs an action and prints the exception that it ends with.</summary>
    public static void Try(string name, Action action)
    {
        try
        {
            action();
            Line(name + ": ok");
        }
        catch (InvalidCastException)
        {
            // The message does not name the types in a module: a documented difference.
            Line(name + ": InvalidCastException");
        }
        catch (Exception exception)
        {
            Line(name + ": " + exception.GetType().Name + ": " + exception.Message);
        }
    }
}
