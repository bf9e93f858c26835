namespace ProxyWasm.Abi.Tests;

/// <summary>The randomness of a test: different in each run, printed, and repeatable with ABI_FUZZ_SEED.</summary>
internal static class FuzzSeed
{
    public static Random Create(out int seed)
    {
        seed = int.TryParse(Environment.GetEnvironmentVariable("ABI_FUZZ_SEED"), out int given)
            ? given
            : Random.Shared.Next();
        return new Random(seed);
    }

    /// <summary>Runs a body often with one random source; a failure tells the seed and the iteration.</summary>
    public static void Repeat(int iterations, Action<Random> body)
    {
        Random random = Create(out int seed);
        for (int i = 0; i < iterations; i++)
        {
            try
            {
                body(random);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Iteration {i}; repeat with ABI_FUZZ_SEED={seed}.", failure);
            }
        }
    }
}
