using System.Diagnostics;
using Wildgate.Bench.Measuring;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Tests.Measuring;

public sealed class ProcessTreeTests
{
    [Fact]
    public void Work_of_this_process_shows_in_its_processor_time()
    {
        var tree = new ProcessTree(Environment.ProcessId);
        using var self = Process.GetCurrentProcess();
        var before = tree.ReadProcessorTime();
        var target = self.TotalProcessorTime + TimeSpan.FromMilliseconds(200);
        while (self.TotalProcessorTime < target)
        {
            self.Refresh();
        }

        Assert.InRange(tree.ReadProcessorTime() - before, TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(30));
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
