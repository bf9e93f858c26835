using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Shared;

/// <summary>Values that all virtual machines with one <c>vm_id</c> share.</summary>
public static class SharedData
{
    private const int MostTries = 10;

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
    /// Changes a value, and does it again with the new one when somebody else was faster, ten times at the most.
    /// </summary>
    /// <returns>Whether the change is done, or was not wanted.</returns>
    public static bool Update(string key, Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var name = Utf8Text.Encode(key);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = Hostcalls.GetSharedData(name, out var old, out var cas);
            if (change(found == Status.Ok ? old : default) is not { } value)
            {
                return true;
            }

            switch (Hostcalls.SetSharedData(name, value, found == Status.Ok ? cas : 0))
            {
                case Status.Ok:
                    return true;
                case Status.CasMismatch:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
