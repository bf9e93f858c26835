using ProxyWasm.Abi;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Hosting;

/// <summary>What becomes of exceptions that leave the code of a plugin.</summary>
internal static class Failures
{
    public static void Report(ReadOnlySpan<byte> what, Exception exception)
    {
        var text = default(TextBuffer);
        text.Append("unhandled exception in "u8);
        text.Append(what);
        text.Append(": "u8);
        text.Append(exception.ToString());
        Log.Write(LogLevel.Error, text.Written);
    }
}
