using System.Globalization;

namespace Wildgate.Bench.Compiled;

/// <summary>What making a module took.</summary>
internal sealed record ModuleFacts(int Bytes, TimeSpan CompileTime)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Bytes:N0} bytes, compiled in {CompileTime.TotalSeconds:N1} s");
}
