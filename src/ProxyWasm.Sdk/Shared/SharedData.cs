using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Shared;

/// <summary>Values that all virtual machines with one <c>vm_id</c> share.</summary>
public static class SharedData
{
    // A try fails only when another machine's change went through; more failures in a row than this mean a host that
    // never says yes.
    private const int MostTries = 100;

    // Hosts count versions up from 1, and take any number for a key that is absent: so this one creates a value and
    // never overwrites one, where 0 would lose the value that another machine has just created.
    private const uint CreateOnly = uint.MaxValue;

    /// <summary>Makes a new value from the old one, which is empty when there is none.</summary>
    /// <param name="old">The value that is there; valid during the call.</param>
    /// <returns>The value to put in its place, or null to leave it.</returns>
    public delegate byte[]? Change(ReadOnlySpan<byte> old);

    /// <summary>Reads a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Valid until the callback ends or something is awaited.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet(string key, out ReadOnlySpan<byte> value) =>
        Hostcalls.GetSharedData(Utf8Text.Encode(key), out value, out _) == Status.Ok;

    /// <summary>Sets a value, whatever is there.</summary>
    /// <returns>Whether the host has taken it; not when its memory for such values is full.</returns>
    public static bool Set(string key, ReadOnlySpan<byte> value) =>
        Hostcalls.SetSharedData(Utf8Text.Encode(key), value, 0) == Status.Ok;

    /// <summary>
    /// Changes a value, and does it again with the new one when somebody else was faster, a hundred times at the most.
    /// </summary>
    /// <returns>Whether the change is done, or was not wanted.</returns>
    public static bool Update(string key, Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var name = Utf8Text.Encode(key);
        var creating = CreateOnly;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var isThere = Hostcalls.GetSharedData(name, out var old, out var cas) == Status.Ok;
            if (change(isThere ? old : default) is not { } value)
            {
                return true;
            }

            switch (Hostcalls.SetSharedData(name, value, isThere ? cas : creating))
            {
                case Status.Ok:
                    return true;
                case Status.CasMismatch:
                    // A host that compares for absent keys too takes nothing but 0 for them.
                    creating = isThere ? creating : 0;
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
