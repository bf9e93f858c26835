using System.Globalization;
using System.Text;
using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Compiled;

/// <summary>The results of a run.</summary>
internal sealed record CompilerReport(
    MachineFacts Machine,
    int Rounds,
    IReadOnlyList<KernelResult> Kernels,
    ModuleFacts CSharp,
    ModuleFacts Rust)
{
    /// <value>Geometric mean of the ratios to Rust.</value>
    public double Mean => Math.Exp(Kernels.Average(static k => Math.Log(k.Ratio)));

    /// <summary>The report as Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder()
            .Append("# Compiled C# next to Rust\n\n")
            .Append("Written by `Wildgate.Bench compiler`; what the columns mean: [bench/README.md](../README.md).\n\n")
            .Append("| kernel | C# ns | C# median | Rust ns | Rust median | JIT ns | x Rust |\n")
            .Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var k in Kernels)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {k.Name} | {k.CSharp.Fastest:N0} | {k.CSharp.Median:N0} ")
                .Append(CultureInfo.InvariantCulture, $"| {k.Rust.Fastest:N0} | {k.Rust.Median:N0} ")
                .Append(CultureInfo.InvariantCulture, $"| {k.Managed.Fastest:N0} | {k.Ratio:N2} |\n");
        }

        return text
            .Append(CultureInfo.InvariantCulture, $"\n- Geometric mean: {Mean:N2} x Rust\n")
            .Append(CultureInfo.InvariantCulture, $"- C#: {CSharp}\n- Rust: {Rust}\n")
            .Append(CultureInfo.InvariantCulture, $"- Machine: {Machine}\n- Run: {Rounds} interleaved rounds\n")
            .ToString();
    }
}
