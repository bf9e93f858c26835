using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Tests.Measuring;

public sealed class MemoryWatchTests
{
    [Theory]
    [InlineData(new[] { 5L }, 5, 5)]
    [InlineData(new[] { 5L, 9L }, 5, 9)]
    [InlineData(new[] { 9L, 8L, 1L }, 9, 8)]
    [InlineData(new[] { 1L, 9L, 4L, 6L }, 9, 6)]
    public void Each_half_of_the_run_has_its_own_maximum(long[] samples, long ofFirstHalf, long ofSecondHalf)
    {
        var next = new Queue<long>(samples);
        var watch = new MemoryWatch(next.Dequeue);
        while (next.Count > 0)
        {
            watch.Sample();
        }

        Assert.Equal((ofFirstHalf, ofSecondHalf), (watch.MaxBytesOfFirstHalf, watch.MaxBytesOfSecondHalf));
        Assert.Equal((samples.Min(), samples.Max()), (watch.MinBytes, watch.MaxBytes));
        Assert.Equal((samples[0], samples[^1]), (watch.FirstBytes, watch.LastBytes));
    }
}
