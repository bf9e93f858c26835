using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Hosting;

internal static unsafe partial class Hostcalls
{
    public static Status GetHeaderMapPairs(MapType map, out ReadOnlySpan<byte> pairs)
    {
        if (!IsModule)
        {
            return Native.GetHeaderMapPairs(map, out pairs);
        }

        byte* pairsData = null;
        var pairsSize = 0;
        var status = Imports.proxy_get_header_map_pairs((int)map, &pairsData, &pairsSize);
        pairs = Bytes(status, pairsData, pairsSize);
        return (Status)status;
    }

    public static Status SetHeaderMapPairs(MapType map, ReadOnlySpan<byte> pairs)
    {
        if (!IsModule)
        {
            return Native.SetHeaderMapPairs(map, pairs);
        }

        fixed (byte* pairsData = pairs)
        {
            return (Status)Imports.proxy_set_header_map_pairs((int)map, pairsData, pairs.Length);
        }
    }

    public static Status GetHeaderMapValue(MapType map, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.GetHeaderMapValue(map, name, out value);
        }

        byte* valueData = null;
        var valueSize = 0;
        fixed (byte* nameData = name)
        {
            var status = Imports.proxy_get_header_map_value((int)map, nameData, name.Length, &valueData, &valueSize);
            value = Bytes(status, valueData, valueSize);
            return (Status)status;
        }
    }

    public static Status AddHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.AddHeaderMapValue(map, name, value);
        }

        fixed (byte* nameData = name)
        fixed (byte* valueData = value)
        {
            return (Status)Imports.proxy_add_header_map_value((int)map, nameData, name.Length, valueData, value.Length);
        }
    }

    public static Status ReplaceHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.ReplaceHeaderMapValue(map, name, value);
        }

        fixed (byte* nameData = name)
        fixed (byte* valueData = value)
        {
            return (Status)Imports.proxy_replace_header_map_value(
                (int)map, nameData, name.Length, valueData, value.Length);
        }
    }

    public static Status RemoveHeaderMapValue(MapType map, ReadOnlySpan<byte> name)
    {
        if (!IsModule)
        {
            return Native.RemoveHeaderMapValue(map, name);
        }

        fixed (byte* nameData = name)
        {
            return (Status)Imports.proxy_remove_header_map_value((int)map, nameData, name.Length);
        }
    }

    public static Status GetBufferBytes(BufferType buffer, int start, int length, out ReadOnlySpan<byte> bytes)
    {
        if (!IsModule)
        {
            return Native.GetBufferBytes(buffer, start, length, out bytes);
        }

        byte* bytesData = null;
        var bytesSize = 0;
        var status = Imports.proxy_get_buffer_bytes((int)buffer, start, length, &bytesData, &bytesSize);
        bytes = Bytes(status, bytesData, bytesSize);
        return (Status)status;
    }

    public static Status GetBufferStatus(BufferType buffer, out int length, out int flags)
    {
        if (!IsModule)
        {
            return Native.GetBufferStatus(buffer, out length, out flags);
        }

        int lengthOut = 0;
        int flagsOut = 0;
        var status = Imports.proxy_get_buffer_status((int)buffer, &lengthOut, &flagsOut);
        length = lengthOut;
        flags = flagsOut;
        return (Status)status;
    }

    public static Status SetBufferBytes(BufferType buffer, int start, int length, ReadOnlySpan<byte> bytes)
    {
        if (!IsModule)
        {
            return Native.SetBufferBytes(buffer, start, length, bytes);
        }

        fixed (byte* bytesData = bytes)
        {
            return (Status)Imports.proxy_set_buffer_bytes((int)buffer, start, length, bytesData, bytes.Length);
        }
    }

    public static Status SendLocalResponse(
        int statusCode, ReadOnlySpan<byte> details, ReadOnlySpan<byte> body, ReadOnlySpan<byte> headers, int grpcStatus)
    {
        if (!IsModule)
        {
            return Native.SendLocalResponse(statusCode, details, body, headers, grpcStatus);
        }

        fixed (byte* detailsData = details)
        fixed (byte* bodyData = body)
        fixed (byte* headersData = headers)
        {
            return (Status)Imports.proxy_send_local_response(
                statusCode,
                detailsData,
                details.Length,
                bodyData,
                body.Length,
                headersData,
                headers.Length,
                grpcStatus);
        }
    }
}
