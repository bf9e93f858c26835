using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ProxyWasm.Abi.Catalog;

/// <summary>A function a plugin exports for its host to call. Immutable.</summary>
public sealed class Callback
{
    private Callback(CallbackKind kind, string name, params ImmutableArray<CallbackForm> forms)
    {
        Kind = kind;
        Name = name;
        Forms = forms;
        Versions = forms.Aggregate(AbiVersions.None, static (versions, form) => versions | form.Versions);
    }

    /// <summary>What the host wants of the function.</summary>
    public CallbackKind Kind { get; }

    /// <summary>Name of the export.</summary>
    public string Name { get; }

    /// <summary>ABI versions that know the callback.</summary>
    public AbiVersions Versions { get; }

    /// <summary>The types of the function; more than one if versions differ, never two for the same version.</summary>
    public ImmutableArray<CallbackForm> Forms { get; }

    /// <summary>The type of the function in a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="signature">The type, or null.</param>
    /// <returns>Whether the version knows the callback.</returns>
    public bool TryGetSignature(AbiVersion version, [NotNullWhen(true)] out WasmSignature? signature)
    {
        foreach (CallbackForm form in Forms)
        {
            if (form.Versions.Contains(version))
            {
                signature = form.Signature;
                return true;
            }
        }

        signature = null;
        return false;
    }

    /// <summary>The name of the export.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal static Callback Marker(AbiMarker marker) =>
        new(CallbackKind.Marker, marker.Name, Form((AbiVersions)(1 << (int)marker.Version), "", result: null));

    internal static Callback Of(CallbackKind kind, string name, string parameters, WasmValueKind? result) =>
        new(kind, name, Form(AbiVersions.All, parameters, result));

    /// <summary>An event without a result.</summary>
    internal static Callback Event(string name, string parameters) => Event(name, parameters, AbiVersions.All);

    /// <summary>An event without a result, of some versions.</summary>
    internal static Callback Event(string name, string parameters, AbiVersions versions) =>
        new(CallbackKind.Event, name, Form(versions, parameters, result: null));

    /// <summary>An event with a 32 bit answer, such as an action or a boolean.</summary>
    internal static Callback Question(string name, string parameters) =>
        Of(CallbackKind.Event, name, parameters, WasmValueKind.I32);

    /// <summary>An event with a 32 bit answer that got more parameters with ABI 0.2.0.</summary>
    internal static Callback Question(string name, string parameters, string parametersSinceV02) =>
        new(
            CallbackKind.Event,
            name,
            Form(AbiVersions.V0_1_0, parameters, WasmValueKind.I32),
            Form(AbiVersions.V0_2, parametersSinceV02, WasmValueKind.I32));

    private static CallbackForm Form(AbiVersions versions, string parameters, WasmValueKind? result) =>
        new(versions, WasmSignature.Parse(parameters, result));
}
