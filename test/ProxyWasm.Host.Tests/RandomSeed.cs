namespace ProxyWasm.Host.Tests;

/// <summary>Random numbers whose seed is in the output of the test, so that a failure can be repeated.</summary>
internal static class RandomSeed
{
    public static Random Create()
    {
        var seed = Environment.GetEnvironmentVariable("PROXYWASM_TEST_SEED") is { } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"PROXYWASM_TEST_SEED={seed}");
        return new Random(seed);
    }
}
