namespace ProxyWasm.Sdk.Tests;

/// <summary>Random tests print their seed.</summary>
internal static class RandomSeed
{
    /// <summary>A generator with a new seed, or with that of the variable <c>TEST_SEED</c>.</summary>
    public static Random Create()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), out var given)
            ? given
            : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"TEST_SEED={seed}");
        return new Random(seed);
    }
}
