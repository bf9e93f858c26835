using System.Globalization;
using ProxyWasm.Testing.Reports;
using Spectre.Console;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Testing;

/// <summary>Shows results to a person: a line per case, and below a failed one what was wrong.</summary>
internal sealed class ConsoleReport(StyledWriter output)
{
    private const int MaxLogs = 20;

    public void Begin(string file) => output.WriteLine(TerminalText.Clean(file));

    public void Write(CaseResult result)
    {
        output.Write(result.Passed ? "  pass" : "  FAIL", new Style(result.Passed ? Color.Green : Color.Red));
        var time = result.Duration.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.WriteLine($"  {TerminalText.Clean(result.Name)} ({time} ms)");
        if (result.Passed)
        {
            return;
        }

        foreach (var failure in result.Failures)
        {
            output.WriteLine($"        {TerminalText.Clean(failure)}");
        }

        foreach (var log in result.Logs.TakeLast(MaxLogs))
        {
            output.WriteLine($"        log: {TerminalText.Clean(log)}", new Style(Color.Grey));
        }
    }

    public void Write(IReadOnlyList<CallbackCost> costs)
    {
        if (costs.Count == 0)
        {
            return;
        }

        output.WriteLine();
        var table = new TextTable("TEST", "CALLBACK", "CALLS", "NS/CALL", "P50", "P99", "BYTES/CALL");
        foreach (var cost in costs)
        {
            table.Add(
                cost.Case,
                cost.Callback,
                cost.Calls.ToString(CultureInfo.InvariantCulture),
                cost.Nanoseconds.ToString("0", CultureInfo.InvariantCulture),
                cost.Median.ToString("0", CultureInfo.InvariantCulture),
                cost.Percentile99.ToString("0", CultureInfo.InvariantCulture),
                cost.Bytes.ToString("0", CultureInfo.InvariantCulture));
        }

        table.Write(output);
    }

    public void Summarise(IReadOnlyList<RunReport> reports)
    {
        var cases = reports.SelectMany(static report => report.Cases).ToArray();
        var failed = cases.Count(static result => !result.Passed);
        output.WriteLine();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{cases.Length - failed} passed, {failed} failed"),
            new Style(failed == 0 ? Color.Green : Color.Red));
    }
}
