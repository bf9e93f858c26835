using ProxyWasm.Host.Modules;
using Wasmtime;

namespace ProxyWasm.Host.Tests.Modules;

public sealed class WasmModuleFuzzTests
{
    /// <summary>
    /// Bytes of heap that a byte of module may cost. The worst legal case is an import of four bytes, which becomes an
    /// object with two strings in a list.
    /// </summary>
    private const int BytesPerByte = 120;

    private const int FixedBytes = 64 * 1024;

    private static readonly byte[][] Seeds =
    [
        SampleModules.Assemble(SampleModules.Plugin),
        SampleModules.Assemble(SampleModules.Rich),
        SampleModules.Assemble(SampleModules.Newer),
    ];

    public static TheoryData<int> SeedIndices => new(0, 1, 2);

    [Theory]
    [MemberData(nameof(SeedIndices))]
    [Trait("abi-case", "3")]
    public void Every_truncation_is_refused_or_ends_at_a_section(int seed)
    {
        var whole = Seeds[seed];

        for (var length = 0; length < whole.Length; length++)
        {
            ParseWithinBounds(whole.AsMemory(0, length));
        }

        Assert.Throws<ModuleException>(() => WasmModuleInfo.Parse(whole.AsMemory(0, whole.Length - 1)));
    }

    [Theory]
    [MemberData(nameof(SeedIndices))]
    public void Every_value_of_every_single_byte_is_read_or_refused(int seed)
    {
        var mutant = (byte[])Seeds[seed].Clone();
        for (var at = 0; at < mutant.Length; at++)
        {
            var original = mutant[at];
            for (var value = 0; value < 256; value++)
            {
                mutant[at] = (byte)value;
                ParseWithinBounds(mutant);
            }

            mutant[at] = original;
        }
    }

    [Fact]
    public void Random_damage_is_read_or_refused_and_never_stricter_than_the_engine()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var engine = new Engine();
        var valid = 0;

        for (var round = 0; round < 10_000; round++)
        {
            var mutant = Mutate(Seeds[round % Seeds.Length], random);
            var error = ParseWithinBounds(mutant);
            if (Module.Validate(engine, mutant) is null)
            {
                valid++;
                Assert.True(error is null, $"seed {seed}, round {round}: the engine accepts this: {error?.Message}");
            }
        }

        Assert.InRange(valid, 100, 10_000);
    }

    [Fact]
    public void Large_modules_with_lying_counts_cost_neither_time_nor_memory()
    {
        byte[] lie = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
        foreach (byte id in new byte[] { 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13 })
        {
            var padded = SampleModules.WithHeader(SampleModules.Section(id, [.. lie, .. new byte[1_000_000]]));
            var before = GC.GetAllocatedBytesForCurrentThread();

            ParseWithinBounds(padded);

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * FixedBytes);
        }
    }

    [Fact]
    public void A_megabyte_of_smallest_entries_is_read()
    {
        var entries = Enumerable.Repeat<byte[]>([0x60, 0, 0], 1_000_000).SelectMany(static entry => entry);
        byte[] types = [0xC0, 0x84, 0x3D, .. entries];
        var module = SampleModules.WithHeader(SampleModules.Section(1, types));

        Assert.Null(ParseWithinBounds(module));
    }

    private static ModuleException? ParseWithinBounds(ReadOnlyMemory<byte> bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ModuleException? error = null;
        try
        {
            var module = WasmModuleInfo.Parse(bytes);
            module.TryGetFunctionName(0, out _);
        }
        catch (ModuleException refused)
        {
            error = refused;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 0, FixedBytes + ((long)bytes.Length * BytesPerByte));
        return error;
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var mutant = original.ToList();
        for (var edits = random.Next(1, 5); edits > 0 && mutant.Count > 8; edits--)
        {
            var at = random.Next(4, mutant.Count);
            switch (random.Next(6))
            {
                case 0:
                    mutant[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    mutant[at] = (byte)random.Next(256);
                    break;
                case 2:
                    mutant.RemoveRange(at, Math.Min(random.Next(1, 20), mutant.Count - at));
                    break;
                case 3:
                    mutant.InsertRange(at, mutant.GetRange(at, Math.Min(random.Next(1, 20), mutant.Count - at)));
                    break;
                case 4:
                    mutant.InsertRange(at, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]);
                    break;
                default:
                    mutant.RemoveRange(at, mutant.Count - at);
                    break;
            }
        }

        return [.. mutant];
    }
}
