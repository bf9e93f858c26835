using System.Net;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary>
/// Properties of an HTTP stream by the first two segments of their path, typed as Envoy types them (section 6.5 of the
/// ABI reference).
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
        if (root.SequenceEqual("connection_id"u8) && !segments.HasNext)
        {
            return value.Number(stream.Info.ConnectionId);
        }

        if (root.SequenceEqual("cluster_name"u8) || root.SequenceEqual("route_name"u8))
        {
            return segments.HasNext ? Status.NotFound : ReadRoute(stream.Info, root, value);
        }

        if (!segments.MoveNext())
        {
            return Status.NotFound;
        }

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

        if (root.SequenceEqual("source"u8))
        {
            return ReadEndPoint(stream.Info.Source, name, value);
        }

        if (root.SequenceEqual("destination"u8))
        {
            return ReadEndPoint(stream.Info.Destination, name, value);
        }

        if (root.SequenceEqual("upstream"u8))
        {
            return ReadEndPoint(stream.Info.Upstream, name, value);
        }

        if (root.SequenceEqual("connection"u8))
        {
            return ConnectionProperties.Read(stream.Info, name, value);
        }

        return root.SequenceEqual("xds"u8) ? ReadRoute(stream.Info, name, value) : Status.NotFound;
    }

    private static Status ReadRoute(HttpStreamInfo info, ReadOnlySpan<byte> name, PropertyBuffer value) => name switch
    {
        _ when name.SequenceEqual("cluster_name"u8) => value.Text(info.ClusterName),
        _ when name.SequenceEqual("route_name"u8) => value.Text(info.RouteName),
        _ when name.SequenceEqual("virtual_host_name"u8) => value.Text(info.VirtualHostName),
        _ => Status.NotFound,
    };

    private static Status ReadEndPoint(IPEndPoint? endPoint, ReadOnlySpan<byte> name, PropertyBuffer value)
    {
        if (endPoint is null)
        {
            return Status.NotFound;
        }

        if (name.SequenceEqual("port"u8))
        {
            return value.Number(endPoint.Port);
        }

        if (!name.SequenceEqual("address"u8))
        {
            return Status.NotFound;
        }

        var address = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        return value.Text(new IPEndPoint(address, endPoint.Port).ToString());
    }
}
