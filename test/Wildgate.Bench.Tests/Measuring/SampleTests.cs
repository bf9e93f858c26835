using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Tests.Measuring;

public sealed class SampleTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3, 3, 3)]
    [InlineData(new[] { 9.0, 1.0, 2.0 }, 2, 1, 9)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 100.0 }, 3, 1, 100)]
    public void Median_and_extremes_do_not_depend_on_the_order(double[] values, double median, double min, double max)
    {
        var sample = new Sample(values);

        Assert.Equal((median, min, max), (sample.Median, sample.Min, sample.Max));
    }

    [Fact]
    public void An_empty_sample_is_refused() => Assert.Throws<ArgumentException>(() => new Sample([]));
}
