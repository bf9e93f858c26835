using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ProxyWasm.Host.Tracing;

/// <summary>
/// Writes each call between host and guest to the log, with arguments and result, in the form of Envoy's. A virtual
/// machine has one only when the log takes the level trace while the machine is made: calls cost nothing else.
/// </summary>
internal sealed partial class CallTrace(ILogger log)
{
    public void Entering(string export, ReadOnlySpan<int> arguments)
    {
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = arguments[i].ToString(CultureInfo.InvariantCulture);
        }

        Say($"[host->vm] {export}({string.Join(", ", texts)})");
    }

    public int Left(string export, int result)
    {
        Say(string.Create(CultureInfo.InvariantCulture, $"[host<-vm] {export} return: {result}"));
        return result;
    }

    public void Left(string export) => Say($"[host<-vm] {export} return: void");

    public void Called(string function, params ReadOnlySpan<object?> arguments) =>
        Say($"[vm->host] {function}({string.Join(", ", arguments)})");

    public TResult Answered<TResult>(string function, TResult result)
    {
        Say($"[vm<-host] {function} return: {result}");
        return result;
    }

    public void Answered(string function) => Say($"[vm<-host] {function} return: void");

    private void Say(string call) => Write(log, call);

    [LoggerMessage(EventId = 230, Level = LogLevel.Trace, Message = "{Call}")]
    private static partial void Write(ILogger logger, string call);
}
