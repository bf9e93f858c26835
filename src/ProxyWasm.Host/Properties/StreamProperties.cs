using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary>
/// Properties of an HTTP stream by the first two segments of their path, typed as Envoy types them (section 6.5 of
/// the ABI reference).
/// </summary>
internal static class StreamProperties
{
    public static Status Read(HttpStream stream, ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var segments = new PropertyPath(path).GetEnumerator();
        if (!segments.MoveNext())
        {
            return Status.SerializationFailure;
        }

        var root = segments.Current;
        if (!segments.HasNext)
        {
            return ReadBare(stream.Info, root, value);
        }

        segments.MoveNext();

        var name = segments.Current;
        if (name.SequenceEqual("headers"u8) && root.SequenceEqual("request"u8))
        {
            return HeaderProperties.Read(stream.RequestHeaders, ref segments, value);
        }

        if (root.SequenceEqual("response"u8))
        {
            if (name.SequenceEqual("headers"u8))
            {
                return HeaderProperties.Read(stream.ResponseHeaders, ref segments, value);
            }

            if (name.SequenceEqual("trailers"u8))
            {
                return HeaderProperties.Read(stream.ResponseTrailers, ref segments, value);
            }
        }

        return segments.HasNext ? Status.NotFound : ReadLeaf(stream, root, name, value);
    }

    private static Status ReadLeaf(
        HttpStream stream, ReadOnlySpan<byte> root, ReadOnlySpan<byte> name, PropertyBuffer value)
    {
        if (root.SequenceEqual("request"u8))
        {
            return RequestProperties.Read(stream, name, value);
        }

        if (root.SequenceEqual("response"u8))
        {
            return ResponseProperties.Read(stream, name, value);
        }

        return root.SequenceEqual("xds"u8)
            ? ReadRoute(stream.Info, name, value)
            : ConnectionProperties.Read(stream.Info, root, name, value);
    }

    // Names without a root, as Envoy had them before they moved under xds.
    private static Status ReadBare(HttpStreamInfo info, ReadOnlySpan<byte> name, PropertyBuffer value) =>
        name.SequenceEqual("route_name"u8)
            ? value.Text(info.RouteName)
            : ConnectionProperties.ReadBare(info, name, value);

    private static Status ReadRoute(HttpStreamInfo info, ReadOnlySpan<byte> name, PropertyBuffer value) => name switch
    {
        _ when name.SequenceEqual("route_name"u8) => value.Text(info.RouteName),
        _ when name.SequenceEqual("virtual_host_name"u8) => value.Text(info.VirtualHostName),
        _ => ConnectionProperties.Read(info, "xds"u8, name, value),
    };
}
