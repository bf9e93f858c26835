using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Tests.Vms;

public sealed class ContextTableTests
{
    [Fact]
    public void Ids_are_one_sequence_that_begins_with_the_machine_itself()
    {
        var table = new ContextTable();
        var contexts = Enumerable.Range(0, 3).Select(_ => new PlainContext()).ToArray();
        foreach (var context in contexts)
        {
            table.Add(context);
        }

        Assert.Equal([0, 1, 2], contexts.Select(static context => context.Id));
        Assert.All(contexts, static context => Assert.True(context.IsLive));
    }

    [Fact]
    [Trait("abi-case", "142")]
    public void An_id_is_not_given_again_after_its_context_has_gone()
    {
        var table = new ContextTable();
        table.Add(new PlainContext());
        var first = new PlainContext();
        table.Add(first);
        table.Remove(first);
        Assert.False(first.IsLive);
        Assert.False(table.TryGet(1, out _));

        table.Add(first);
        Assert.Equal(2, first.Id);
        Assert.True(table.TryGet(2, out var found));
        Assert.Same(first, found);
    }

    [Fact]
    public void Random_additions_and_removals_agree_with_a_plain_model()
    {
        var random = RandomSeed.Create();
        var table = new ContextTable();
        var model = new Dictionary<int, Context>();
        for (var step = 0; step < 5000; step++)
        {
            if (model.Count > 0 && random.Next(2) == 0)
            {
                var (id, removed) = model.ElementAt(random.Next(model.Count));
                table.Remove(removed);
                model.Remove(id);
                Assert.False(table.TryGet(id, out _));
                continue;
            }

            var added = new PlainContext();
            table.Add(added);
            model.Add(added.Id, added);
            Assert.Equal(model.Count, table.Count);
        }

        Assert.All(model, pair => Assert.True(table.TryGet(pair.Key, out var found) && found == pair.Value));
    }

    // The table never looks into a context; one without a machine will do.
    private sealed class PlainContext() : Context(null!)
    {
        public override RootContext? Root => null;
    }
}
