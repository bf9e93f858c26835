using System.Security.Cryptography;
using System.Text;

namespace ProxyWasm.Host.Plugins;

/// <summary>
/// Decides which plugins share virtual machines: those with equal id, VM configuration and code, as in Envoy, and equal
/// environment, capabilities and limits, which Envoy forgets.
/// </summary>
internal static class VmKey
{
    public static string Of(PluginOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(options.VmId));
        Append(hash, options.VmConfiguration.Span);
        Append(hash, options.Code.Span);
        foreach (var (name, value) in options.Environment)
        {
            Append(hash, Encoding.UTF8.GetBytes($"{name}={value}"));
        }

        Append(hash, []);
        foreach (var capability in options.AllowedCapabilities.Order(StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(capability));
        }

        Append(hash, Encoding.UTF8.GetBytes($"{options.Limits} {options.ReloadBackoff}"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    // The length in front keeps two different lists of parts from having the same bytes.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}
