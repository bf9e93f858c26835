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
    ModuleFacts Rust,
    ModuleFacts AssemblyScript,
    IReadOnlyList<CompilationTime> Compilations)
{
    /// <value>Geometric mean of the ratios to Rust.</value>
    public double Mean => Math.Exp(Kernels.Average(static k => Math.Log(k.Ratio)));

    /// <summary>The report as Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder()
            .Append("# Compiled C# next to Rust and AssemblyScript\n\n")
            .Append("Written by `Wildgate.Bench compiler`; what the columns mean: [bench/README.md](../README.md).\n\n")
            .Append("| kernel | C# ns | C# median | Rust ns | Rust median | AS ns | AS median | JIT ns | x Rust |\n")
            .Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var k in Kernels)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {k.Name} | {k.CSharp.Fastest:N0} | {k.CSharp.Median:N0} ")
                .Append(CultureInfo.InvariantCulture, $"| {k.Rust.Fastest:N0} | {k.Rust.Median:N0} ")
                .Append(CultureInfo.InvariantCulture, $"| {k.AssemblyScript.Fastest:N0} | {k.AssemblyScript.Median:N0} ")
                .Append(CultureInfo.InvariantCulture, $"| {k.Managed.Fastest:N0} | {k.Ratio:N2} |\n");
        }

        text.Append("\n| the compiler's process | module bytes | fastest s | median s |\n| --- | ---: | ---: | ---: |\n");
        foreach (var c in Compilations)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"| {c.Name} | {c.Bytes:N0} | {c.Fastest:N2} | {c.Median:N2} |\n");
        }

        return text
            .Append(CultureInfo.InvariantCulture, $"\n- Geometric mean: {Mean:N2} x Rust\n")
            .Append(CultureInfo.InvariantCulture, $"- C#: {CSharp}\n- Rust: {Rust}\n")
            .Append(CultureInfo.InvariantCulture, $"- AssemblyScript: {AssemblyScript}\n")
            .Append(CultureInfo.InvariantCulture, $"- Machine: {Machine}\n- Run: {Rounds} interleaved rounds\n")
            .ToString();
    }
}
