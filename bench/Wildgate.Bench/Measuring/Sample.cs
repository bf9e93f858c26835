namespace Wildgate.Bench.Measuring;

/// <summary>Repeated measurements of one quantity.</summary>
internal sealed class Sample
{
    private readonly double[] _sorted;

    /// <exception cref="ArgumentException">No values.</exception>
    public Sample(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        if (_sorted.Length == 0)
        {
            throw new ArgumentException("A sample needs at least one value.", nameof(values));
        }
    }

    public double Min => _sorted[0];

    public double Max => _sorted[^1];

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public double Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;
}
