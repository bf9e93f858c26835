using System.Runtime.InteropServices;
using System.Text;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>What goes to the console goes to the host, line by line; hosts write it to their logs.</summary>
internal sealed unsafe class ConsoleWriter : TextWriter
{
    private const int Output = 1;
    private const int Errors = 2;

    private static ConsoleWriter? s_output;
    private static ConsoleWriter? s_errors;

    private readonly int _descriptor;
    private readonly StringBuilder _line = new();

    private ConsoleWriter(int descriptor) => _descriptor = descriptor;

    public override Encoding Encoding => Encoding.UTF8;

    [Replaces("System.Console", "get_Out", "System.Console")]
    public static TextWriter OutputWriter() => s_output ??= new ConsoleWriter(Output);

    [Replaces("System.Console", "get_Error", "System.Console")]
    public static TextWriter ErrorWriter() => s_errors ??= new ConsoleWriter(Errors);

    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n')
        {
            Flush();
        }
    }

    public override void Write(string? value)
    {
        foreach (var character in value ?? "")
        {
            Write(character);
        }
    }

    public override void Flush()
    {
        var bytes = Encoding.UTF8.GetBytes(_line.ToString());
        _line.Clear();
        fixed (byte* start = bytes)
        {
            var buffer = stackalloc int[2] { (int)start, bytes.Length };
            int written;
            if (bytes.Length > 0 && fd_write(_descriptor, buffer, 1, &written) != 0)
            {
                throw new IOException("the host refused the output");
            }
        }
    }

    [DllImport("wasi_snapshot_preview1")]
    private static extern int fd_write(int descriptor, int* buffers, int count, int* written);
}
