using System.Collections.Immutable;

namespace ProxyWasm.Host.Modules;

/// <summary>The parameter and result types of a WebAssembly function; equal when both lists are equal.</summary>
public sealed class WasmFunctionType : IEquatable<WasmFunctionType>
{
    /// <summary>Creates a type from its parameters and results, either of which may be empty.</summary>
    public WasmFunctionType(ImmutableArray<WasmValueType> parameters, ImmutableArray<WasmValueType> results)
    {
        Parameters = parameters.IsDefault ? [] : parameters;
        Results = results.IsDefault ? [] : results;
    }

    /// <summary>Types of the parameters, in order.</summary>
    public ImmutableArray<WasmValueType> Parameters { get; }

    /// <summary>Types of the results, in order.</summary>
    public ImmutableArray<WasmValueType> Results { get; }

    /// <inheritdoc/>
    public bool Equals(WasmFunctionType? other) =>
        other is not null
        && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan())
        && Results.AsSpan().SequenceEqual(other.Results.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WasmFunctionType);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Parameters.Length);
        foreach (var type in Parameters)
        {
            hash.Add((int)type);
        }

        foreach (var type in Results)
        {
            hash.Add((int)type);
        }

        return hash.ToHashCode();
    }

    /// <summary>The type in the notation of the ABI documents, for example <c>(i32, i64) -> i32</c>.</summary>
    public override string ToString() => $"({Join(Parameters)}) -> {ResultText()}";

    private static string Join(ImmutableArray<WasmValueType> types) =>
        string.Join(", ", types.Select(static type => type.ToString().ToLowerInvariant()));

    private string ResultText() => Results.Length == 1 ? Join(Results) : $"({Join(Results)})";
}
