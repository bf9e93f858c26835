using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ProxyWasm.Abi.Catalog;

/// <summary>The type of a function of the ABI. Immutable.</summary>
public sealed class WasmSignature
{
    private const string Wide = ":i64";
    private const char ResultAddress = '*';

    private WasmSignature(ImmutableArray<WasmParameter> parameters, WasmValueKind? result)
    {
        Parameters = parameters;
        Result = result;
    }

    /// <summary>The parameters in order.</summary>
    public ImmutableArray<WasmParameter> Parameters { get; }

    /// <summary>Type of the result, or null when the function has none.</summary>
    public WasmValueKind? Result { get; }

    /// <summary>Whether a function of a module has this type.</summary>
    /// <param name="parameters">Types of its parameters.</param>
    /// <param name="result">Type of its result, or null when it has none.</param>
    /// <returns>Whether all types are the same.</returns>
    public bool Matches(ReadOnlySpan<WasmValueKind> parameters, WasmValueKind? result)
    {
        if (parameters.Length != Parameters.Length || result != Result)
        {
            return false;
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] != Parameters[i].Kind)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The type as WebAssembly writes it.</summary>
    /// <returns>Text such as <c>(i32, i64) -&gt; i32</c>, or <c>(i32) -&gt; ()</c> without a result.</returns>
    public override string ToString()
    {
        StringBuilder text = new("(");
        text.AppendJoin(", ", Parameters.Select(static parameter => Text(parameter.Kind)));
        return text.Append(CultureInfo.InvariantCulture, $") -> {(Result is { } kind ? Text(kind) : "()")}").ToString();
    }

    /// <summary>Reads a row of the tables.</summary>
    /// <param name="parameters">
    /// Names separated by commas; <c>name*</c> is the address of a result, <c>name:i64</c> a 64 bit value, everything
    /// else a 32 bit value.
    /// </param>
    /// <param name="result">Type of the result, or null.</param>
    internal static WasmSignature Parse(string parameters, WasmValueKind? result)
    {
        string[] names = parameters.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new WasmSignature([.. names.Select(ParseParameter)], result);
    }

    private static WasmParameter ParseParameter(string text)
    {
        bool isWide = text.EndsWith(Wide, StringComparison.Ordinal);
        bool isResultAddress = text.EndsWith(ResultAddress);
        string name = isWide ? text[..^Wide.Length] : text.TrimEnd(ResultAddress);
        return new WasmParameter(name, isWide ? WasmValueKind.I64 : WasmValueKind.I32, isResultAddress);
    }

    private static string Text(WasmValueKind kind) => kind == WasmValueKind.I64 ? "i64" : "i32";
}
