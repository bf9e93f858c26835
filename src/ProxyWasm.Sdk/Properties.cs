using System.Buffers.Binary;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk;

/// <summary>What the host knows of the stream, the connection and itself, by path: <c>source.address</c>.</summary>
public static class Properties
{
    /// <summary>Address and port of the client.</summary>
    public static string? SourceAddress => Text("source.address");

    /// <summary>Address and port that the client has connected to.</summary>
    public static string? DestinationAddress => Text("destination.address");

    /// <summary>Name of the route.</summary>
    public static string? RouteName => Text("route_name");

    /// <summary>Name of the cluster that the request goes to.</summary>
    public static string? ClusterName => Text("cluster_name");

    /// <summary>Name of the plugin in the host's configuration.</summary>
    public static string? PluginName => Text("plugin_name");

    /// <summary>Version of HTTP, such as <c>HTTP/1.1</c>.</summary>
    public static string? RequestProtocol => Text("request.protocol");

    /// <summary>How long the exchange has lasted; null before its end.</summary>
    public static TimeSpan? RequestDuration =>
        Number("request.duration") is { } nanoseconds ? TimeSpan.FromTicks(nanoseconds / 100) : null;

    /// <summary>The status code of the response; null before it.</summary>
    public static long? ResponseCode => Number("response.code");

    /// <summary>A property as text; null when the host does not know it.</summary>
    /// <param name="path">Segments with dots between them.</param>
    public static string? Text(string path) => TryGet(path, out var value) ? Utf8Text.Decode(value) : null;

    /// <summary>A property as a number; null when the host does not know it or it is none.</summary>
    /// <param name="path">Segments with dots between them.</param>
    public static long? Number(string path) => TryGet(path, out var value) && value.Length == sizeof(long)
        ? BinaryPrimitives.ReadInt64LittleEndian(value)
        : null;

    /// <summary>A property as truth; null when the host does not know it or it is none.</summary>
    /// <param name="path">Segments with dots between them.</param>
    public static bool? Flag(string path) => TryGet(path, out var value) && value.Length == 1 ? value[0] != 0 : null;

    /// <summary>A property as the bytes of the ABI.</summary>
    /// <param name="path">Segments with dots between them.</param>
    /// <param name="value">Valid until the callback ends or something is awaited.</param>
    /// <returns>Whether the host knows it.</returns>
    public static bool TryGet(string path, out ReadOnlySpan<byte> value) =>
        Hostcalls.GetProperty(Segments(path), out value) == Status.Ok;

    /// <summary>Sets a property of one's own on the stream, for other plugins and access logs.</summary>
    /// <param name="path">Segments with dots between them.</param>
    /// <param name="value">Its bytes.</param>
    /// <returns>Whether the host has accepted it.</returns>
    public static bool Set(string path, ReadOnlySpan<byte> value) =>
        Hostcalls.SetProperty(Segments(path), value) == Status.Ok;

    private static byte[] Segments(string path)
    {
        var bytes = Utf8Text.Encode(path);
        foreach (ref var value in bytes.AsSpan())
        {
            value = value == '.' ? (byte)0 : value;
        }

        return bytes;
    }
}
