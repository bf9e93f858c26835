using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Sdk.Tests.Hosts;

internal sealed partial class FakeHost
{
    private int _calls = 100;

    public Dictionary<MapType, List<(string Name, string Value)>> Headers { get; } = [];

    public Dictionary<BufferType, byte[]> Buffers { get; } = [];

    public Dictionary<string, byte[]> Properties { get; } = [];

    /// <summary>Maps as bytes, instead of <see cref="Headers"/>.</summary>
    public Dictionary<MapType, byte[]> SerializedHeaders { get; } = [];

    public List<(int Id, int Context, string Cluster, string Path, int Timeout, byte[] Trailers)> HttpCalls { get; } = [];

    public List<(int Id, int Context, string Method)> GrpcCalls { get; } = [];

    public List<int> CancelledGrpcCalls { get; } = [];

    public (int Code, string Message) CallStatus { get; set; }

    /// <summary>The number that the next call gets; else they are counted.</summary>
    public int? NextCallId { get; set; }

    public override Status GetHeaderMapPairs(MapType map, out ReadOnlySpan<byte> pairs)
    {
        pairs = Out(
            nameof(GetHeaderMapPairs),
            SerializedHeaders.TryGetValue(map, out var bytes) ? bytes : Serialize(MapOf(map)),
            out var status);
        return status;
    }

    public override Status SetHeaderMapPairs(MapType map, ReadOnlySpan<byte> pairs) =>
        Refuses(nameof(SetHeaderMapPairs), out var status) ? status : Status.Ok;

    public override Status GetHeaderMapValue(
        MapType map, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var wanted = Encoding.UTF8.GetString(name);
        var found = MapOf(map).FirstOrDefault(header => header.Name == wanted).Value;
        value = Out(
            nameof(GetHeaderMapValue), found is null ? null : Encoding.UTF8.GetBytes(found), out var status);
        return status;
    }

    public override Status AddHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!Refuses(nameof(AddHeaderMapValue), out var status))
        {
            MapOf(map).Add((Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(value)));
        }

        return status;
    }

    public override Status ReplaceHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!Refuses(nameof(ReplaceHeaderMapValue), out var status))
        {
            var text = Encoding.UTF8.GetString(name);
            MapOf(map).RemoveAll(header => header.Name == text);
            MapOf(map).Add((text, Encoding.UTF8.GetString(value)));
        }

        return status;
    }

    public override Status RemoveHeaderMapValue(MapType map, ReadOnlySpan<byte> name)
    {
        if (!Refuses(nameof(RemoveHeaderMapValue), out var status))
        {
            var text = Encoding.UTF8.GetString(name);
            MapOf(map).RemoveAll(header => header.Name == text);
        }

        return status;
    }

    public override Status GetBufferBytes(BufferType buffer, int start, int length, out ReadOnlySpan<byte> bytes)
    {
        bytes = Out(nameof(GetBufferBytes), Buffers.GetValueOrDefault(buffer), out var status);
        if (status == Status.Ok)
        {
            start = Math.Clamp(start, 0, bytes.Length);
            bytes = bytes.Slice(start, Math.Clamp(length, 0, bytes.Length - start));
        }

        return status;
    }

    public override Status GetBufferStatus(BufferType buffer, out int length, out int flags)
    {
        (length, flags) = (Buffers.GetValueOrDefault(buffer)?.Length ?? 0, 0);
        return Refuses(nameof(GetBufferStatus), out var status) ? status : Status.Ok;
    }

    public override Status SetBufferBytes(BufferType buffer, int start, int length, ReadOnlySpan<byte> bytes)
    {
        if (!Refuses(nameof(SetBufferBytes), out var status))
        {
            var old = Buffers.GetValueOrDefault(buffer) ?? [];
            var end = (int)Math.Min(old.Length, (long)start + length);
            Buffers[buffer] = [.. old[..start], .. bytes, .. old[end..]];
        }

        return status;
    }

    public override Status HttpCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> headers,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> trailers,
        int timeoutMilliseconds,
        out int callId)
    {
        callId = 0;
        if (!Refuses(nameof(HttpCall), out var status))
        {
            callId = NextCallId ?? ++_calls;
            HttpCalls.Add((
                callId,
                EffectiveContext,
                Encoding.UTF8.GetString(upstream),
                Deserialize(headers).First(header => header.Name == ":path").Value,
                timeoutMilliseconds,
                trailers.ToArray()));
        }

        return status;
    }

    public override Status GrpcCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> service,
        ReadOnlySpan<byte> method,
        ReadOnlySpan<byte> metadata,
        ReadOnlySpan<byte> message,
        int timeoutMilliseconds,
        out int callId)
    {
        callId = 0;
        if (!Refuses(nameof(GrpcCall), out var status))
        {
            callId = NextCallId ?? ++_calls;
            GrpcCalls.Add((callId, EffectiveContext, Encoding.UTF8.GetString(method)));
        }

        return status;
    }

    public override Status GrpcCancel(int callId)
    {
        if (!Refuses(nameof(GrpcCancel), out var status))
        {
            CancelledGrpcCalls.Add(callId);
        }

        return status;
    }

    public override Status GetStatus(out int code, out ReadOnlySpan<byte> message)
    {
        code = CallStatus.Code;
        message = Out(nameof(GetStatus), Encoding.UTF8.GetBytes(CallStatus.Message ?? ""), out var status);
        return status;
    }

    public override Status GetProperty(scoped ReadOnlySpan<byte> path, out ReadOnlySpan<byte> value)
    {
        var name = Encoding.UTF8.GetString(path).Replace('\0', '.');
        value = Out(nameof(GetProperty), Properties.GetValueOrDefault(name), out var status);
        return status;
    }

    public override Status SetProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value)
    {
        if (!Refuses(nameof(SetProperty), out var status))
        {
            Properties[Encoding.UTF8.GetString(path).Replace('\0', '.')] = value.ToArray();
        }

        return status;
    }

    public static byte[] Serialize(List<(string Name, string Value)> headers)
    {
        var parts = headers.ConvertAll(
            header => (Name: Encoding.UTF8.GetBytes(header.Name), Value: Encoding.UTF8.GetBytes(header.Value)));
        var bytes = new byte[HeaderPairs.SizeOf(
            parts.Sum(part => part.Name.Length), parts.Sum(part => part.Value.Length), parts.Count)];
        var writer = new HeaderPairsWriter(bytes, parts.Count);
        foreach (var (name, value) in parts)
        {
            writer.Add(name, value);
        }

        writer.Complete();
        return bytes;
    }

    public static List<(string Name, string Value)> Deserialize(ReadOnlySpan<byte> bytes)
    {
        var headers = new List<(string, string)>();
        Assert.True(HeaderPairsReader.TryCreate(bytes, HeaderPairsLimits.None, out var reader, out _));
        while (reader.MoveNext())
        {
            headers.Add((Encoding.UTF8.GetString(reader.Name), Encoding.UTF8.GetString(reader.Value)));
        }

        return headers;
    }

    private List<(string Name, string Value)> MapOf(MapType map)
    {
        if (!Headers.TryGetValue(map, out var found))
        {
            Headers[map] = found = [];
        }

        return found;
    }
}
