using Wildgate.Bench.Measuring;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Tests.Measuring;

public sealed class ProcessTreeTests
{
    [Fact]
    public void Work_of_a_grandchild_shows_in_the_processor_time_and_sleep_does_not()
    {
        var enough = TimeSpan.FromMilliseconds(100);
        using var idle = new ChildProcess(new ProcessCommand("sleep", "60"));
        using var working = new ChildProcess(
            new ProcessCommand("sh", "-c", "sh -c 'while :; do :; done' & trap 'kill $!' TERM; wait"));
        var startedAt = TimeProvider.System.GetTimestamp();
        while (new ProcessTree(working.Id).ReadProcessorTime() < enough)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(startedAt) < TimeSpan.FromSeconds(60), "no work in 60 s");
            TestContext.Current.CancellationToken.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(5));
        }

        Assert.True(new ProcessTree(idle.Id).ReadProcessorTime() < enough);
    }

    [Fact]
    public void Memory_of_a_child_counts()
    {
        var alone = new ProcessTree(Environment.ProcessId);
        using var child = new ChildProcess(new ProcessCommand("sleep", "60"));
        var together = new ProcessTree(Environment.ProcessId);
        var ofChild = new ProcessTree(child.Id);

        Assert.True(alone.ReadResidentBytes() > 1 << 20);
        Assert.True(ofChild.ReadResidentBytes() > 0);
        Assert.True(together.ReadResidentBytes() > ofChild.ReadResidentBytes());
    }

    [Fact]
    public void A_member_that_ends_is_reported()
    {
        ProcessTree tree;
        int id;
        using (var child = new ChildProcess(new ProcessCommand("sleep", "60")))
        {
            id = child.Id;
            tree = new ProcessTree(id);
        }

        var error = Assert.Throws<BenchException>(() => tree.ReadProcessorTime());
        Assert.Contains($"Process {id}", error.Message, StringComparison.Ordinal);
        Assert.Throws<BenchException>(() => tree.ReadResidentBytes());
        Assert.Throws<BenchException>(() => new ProcessTree(id));
    }
}
