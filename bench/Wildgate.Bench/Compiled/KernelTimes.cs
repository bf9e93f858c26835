namespace Wildgate.Bench.Compiled;

/// <summary>Times of one kernel in one module, in nanoseconds of one call.</summary>
/// <param name="Fastest">In the fastest round.</param>
/// <param name="Median">The median of the rounds.</param>
internal readonly record struct KernelTimes(double Fastest, double Median)
{
    public static KernelTimes Of(double[] rounds)
    {
        Array.Sort(rounds);
        return new KernelTimes(rounds[0], rounds[rounds.Length / 2]);
    }
}
