using System.Buffers;
using ProxyWasm.Abi;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>
/// Turns header bytes of a guest into fields. What no HTTP peer would accept is not let in: it is logged and left out,
/// while the guest hears Ok, since guest libraries stop the plugin on anything else.
/// </summary>
internal static class GuestHeaders
{
    // RFC 9110, section 5.6.2: tchar.
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // RFC 9110, section 5.5: everything but control characters; a tab is fine.
    private static readonly SearchValues<byte> ForbiddenValueBytes = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 127,
    ]);

    /// <summary>Checks and converts one field; false when it was refused and logged.</summary>
    public static bool TryRead(
        Vm vm, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, HeaderMapKind kind, out HeaderField field)
    {
        if (!IsValidName(name, kind) || value.ContainsAny(ForbiddenValueBytes) || IsBadStatus(name, value, kind))
        {
            vm.Log.Write(
                LogLevel.Error,
                $"header `{GuestText.Printable(name)}` is left out: its name or value is not legal in HTTP here");
            field = default;
            return false;
        }

        field = new HeaderField(vm.Text.Name(name), vm.Text.Value(value));
        return true;
    }

    // A status that is no status would break the response: RFC 9110, section 15.
    private static bool IsBadStatus(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, HeaderMapKind kind) =>
        kind == HeaderMapKind.Response && name.SequenceEqual(":status"u8)
        && value is not [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9'];

    private static bool IsValidName(ReadOnlySpan<byte> name, HeaderMapKind kind)
    {
        if (name.IsEmpty)
        {
            return false;
        }

        if (name[0] == (byte)':')
        {
            return kind switch
            {
                HeaderMapKind.Request => name.SequenceEqual(":method"u8) || name.SequenceEqual(":path"u8)
                    || name.SequenceEqual(":authority"u8) || name.SequenceEqual(":scheme"u8)
                    || name.SequenceEqual(":protocol"u8),
                HeaderMapKind.Response => name.SequenceEqual(":status"u8),
                _ => false,
            };
        }

        return !name.ContainsAnyExcept(NameBytes);
    }
}
