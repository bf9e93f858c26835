namespace Wildgate.Bench.Compiled;

/// <summary>What a kernel cost.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="CSharp">Our module.</param>
/// <param name="Rust">The module of the Rust compiler.</param>
/// <param name="AssemblyScript">The module of the AssemblyScript compiler.</param>
/// <param name="Managed">The just-in-time compiler of .NET, without WebAssembly.</param>
internal sealed record KernelResult(
    string Name, KernelTimes CSharp, KernelTimes Rust, KernelTimes AssemblyScript, KernelTimes Managed)
{
    /// <value>Our time relative to Rust's, by the fastest rounds.</value>
    public double Ratio => CSharp.Fastest / Rust.Fastest;
}
