namespace Wildgate.Bench.Firebase;

/// <summary>Times of one operation, in microseconds.</summary>
/// <param name="P50">Half took less.</param>
/// <param name="P99">99 of 100 took less.</param>
internal sealed record LatencyResult(double P50, double P99)
{
    public string Name { get; init; } = "";

    /// <summary>What half may take at the most.</summary>
    public double Budget { get; init; }

    public static LatencyResult Of(IEnumerable<double> microseconds)
    {
        var sorted = microseconds.Order().ToArray();
        return new LatencyResult(sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100]);
    }
}
