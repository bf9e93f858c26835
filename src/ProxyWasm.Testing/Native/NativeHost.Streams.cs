using ProxyWasm.Abi;

namespace ProxyWasm.Testing.Native;

/// <content>Header maps, buffers and streams.</content>
internal sealed partial class NativeHost
{
    private readonly Func<int, int, int, int> _getPairs =
        imports.Get<Func<int, int, int, int>>("proxy_get_header_map_pairs");

    private readonly Func<int, int, int, int> _setPairs =
        imports.Get<Func<int, int, int, int>>("proxy_set_header_map_pairs");

    private readonly Func<int, int, int, int, int, int> _getValue =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_get_header_map_value");

    private readonly Func<int, int, int, int, int, int> _addValue =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_add_header_map_value");

    private readonly Func<int, int, int, int, int, int> _replaceValue =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_replace_header_map_value");

    private readonly Func<int, int, int, int> _removeValue =
        imports.Get<Func<int, int, int, int>>("proxy_remove_header_map_value");

    private readonly Func<int, int, int, int, int, int> _getBuffer =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_get_buffer_bytes");

    private readonly Func<int, int, int, int> _bufferStatus =
        imports.Get<Func<int, int, int, int>>("proxy_get_buffer_status");

    private readonly Func<int, int, int, int, int, int> _setBuffer =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_set_buffer_bytes");

    private readonly Func<int, int> _continue = imports.Get<Func<int, int>>("proxy_continue_stream");
    private readonly Func<int, int> _close = imports.Get<Func<int, int>>("proxy_close_stream");

    private readonly Func<int, int, int, int, int, int, int, int, int> _respond =
        imports.Get<Func<int, int, int, int, int, int, int, int, int>>("proxy_send_local_response");

    public override Status GetHeaderMapPairs(MapType map, out ReadOnlySpan<byte> pairs)
    {
        var slots = Slots();
        return Result(_getPairs((int)map, slots, slots + sizeof(int)), slots, out pairs);
    }

    public override Status SetHeaderMapPairs(MapType map, ReadOnlySpan<byte> pairs) =>
        (Status)_setPairs((int)map, memory.Put(pairs), pairs.Length);

    public override Status GetHeaderMapValue(
        MapType map, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var (slots, at) = (Slots(), memory.Put(name));
        return Result(_getValue((int)map, at, name.Length, slots, slots + sizeof(int)), slots, out value);
    }

    public override Status AddHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        (Status)_addValue((int)map, memory.Put(name), name.Length, memory.Put(value), value.Length);

    public override Status ReplaceHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        (Status)_replaceValue((int)map, memory.Put(name), name.Length, memory.Put(value), value.Length);

    public override Status RemoveHeaderMapValue(MapType map, ReadOnlySpan<byte> name) =>
        (Status)_removeValue((int)map, memory.Put(name), name.Length);

    public override Status GetBufferBytes(BufferType buffer, int start, int length, out ReadOnlySpan<byte> bytes)
    {
        var slots = Slots();
        return Result(_getBuffer((int)buffer, start, length, slots, slots + sizeof(int)), slots, out bytes);
    }

    public override Status GetBufferStatus(BufferType buffer, out int length, out int flags)
    {
        var slots = Slots();
        var status = _bufferStatus((int)buffer, slots, slots + sizeof(int));
        Number(status, slots, out length);
        return Number(status, slots + sizeof(int), out flags);
    }

    public override Status SetBufferBytes(BufferType buffer, int start, int length, ReadOnlySpan<byte> bytes) =>
        (Status)_setBuffer((int)buffer, start, length, memory.Put(bytes), bytes.Length);

    public override Status ContinueStream(StreamType stream) => (Status)_continue((int)stream);

    public override Status CloseStream(StreamType stream) => (Status)_close((int)stream);

    public override Status SendLocalResponse(
        int statusCode,
        ReadOnlySpan<byte> details,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> headers,
        int grpcStatus) =>
        (Status)_respond(
            statusCode,
            memory.Put(details),
            details.Length,
            memory.Put(body),
            body.Length,
            memory.Put(headers),
            headers.Length,
            grpcStatus);
}
