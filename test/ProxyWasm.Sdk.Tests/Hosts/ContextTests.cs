namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>Streams are found by the number that the host has given them.</summary>
public sealed class ContextTests
{
    [Fact]
    public void Random_streams_that_come_and_go_are_told_of_their_own_events()
    {
        const int Rounds = 4000;
        var random = RandomSeed.Create();
        ScriptedFilter? newest = null;
        var rig = new Rig(() => newest = new ScriptedFilter());
        var open = new Dictionary<int, ScriptedFilter>();
        for (var round = 0; round < Rounds; round++)
        {
            var context = Number(random);
            if (random.Next(5) < 2)
            {
                rig.Instance.OnDelete(context);
                open.Remove(context);
            }
            else
            {
                rig.Instance.OnContextCreate(context, Rig.Root);
                open[context] = newest!;
            }

            var asked = open.Count > 0 ? open.Keys.ElementAt(random.Next(open.Count)) : Number(random);
            var before = open.GetValueOrDefault(asked)?.Seen.Count;
            rig.Instance.OnLog(asked);
            Assert.Equal(before + 1, open.GetValueOrDefault(asked)?.Seen.Count);
        }

        foreach (var (context, filter) in open)
        {
            filter.Seen.Clear();
            rig.Instance.OnLog(context);
            Assert.Equal(["log"], filter.Seen);
        }
    }

    // Of few that collide in many bits, and of all.
    private static int Number(Random random) => random.Next(4) switch
    {
        0 => 2 + random.Next(40),
        1 => 2 + (random.Next(40) << 20),
        2 => int.MinValue + random.Next(40),
        _ => random.Next(2, int.MaxValue),
    };
}
