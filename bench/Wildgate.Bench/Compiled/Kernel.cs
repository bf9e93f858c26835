namespace Wildgate.Bench.Compiled;

/// <summary>One piece of work.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Export">Name of the C# method, as <c>Type::Method</c>.</param>
/// <param name="Function">Name of the function in the other languages.</param>
/// <param name="Seed">What is passed.</param>
/// <param name="Managed">The same work under the just-in-time compiler, which says what the result must be.</param>
internal sealed record Kernel(string Name, string Export, string Function, int Seed, Func<int, int> Managed)
{
    public static IReadOnlyList<Kernel> All { get; } =
    [
        Create("fib", nameof(Kernels.Fib), "fib", 22, Kernels.Fib),
        Create("sieve", nameof(Kernels.Sieve), "sieve", 7, Kernels.Sieve),
        Create("hash of a string", nameof(Kernels.HashString), "hash_string", 7, Kernels.HashString),
        new("SHA-256", $"{typeof(Sha256).FullName}::{nameof(Sha256.Digest)}", "digest", 7, Sha256.Digest),
        Create("string builder", nameof(Kernels.BuildText), "build_text", 7, Kernels.BuildText),
        Create("dictionary", nameof(Kernels.Lookup), "lookup", 7, Kernels.Lookup),
        Create("split and parse", nameof(Kernels.Parse), "parse", 7, Kernels.Parse),
        Create("interface calls", nameof(Kernels.CallInterfaces), "call_interfaces", 7, Kernels.CallInterfaces),
        Create("matrix", nameof(Kernels.Multiply), "multiply", 7, Kernels.Multiply),
        Create("sort", nameof(Kernels.Sort), "sort", 7, Kernels.Sort),
    ];

    private static Kernel Create(string name, string method, string rust, int seed, Func<int, int> managed) =>
        new(name, $"{typeof(Kernels).FullName}::{method}", rust, seed, managed);
}
