using System.Globalization;
using ProxyWasm.Abi;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary><c>response.*</c>.</summary>
internal static class ResponseProperties
{
    public static Status Read(HttpStream stream, ReadOnlySpan<byte> name, PropertyBuffer value)
    {
        var headers = stream.ResponseHeaders;
        return name switch
        {
            _ when name.SequenceEqual("code"u8) => ReadNumber(headers.Get(":status"), value),
            _ when name.SequenceEqual("code_details"u8) => value.Text(stream.ResponseDetails),
            _ when name.SequenceEqual("flags"u8) => value.Number(0),
            _ when name.SequenceEqual("grpc_status"u8) =>
                ReadNumber(stream.ResponseTrailers.Get("grpc-status") ?? headers.Get("grpc-status"), value),
            _ when name.SequenceEqual("headers_bytes"u8) => value.Number(headers.NameBytes + headers.ValueBytes),
            _ when name.SequenceEqual("size"u8) => value.Number(stream.Response.BodyBytes),
            _ when name.SequenceEqual("total_size"u8) =>
                value.Number(headers.NameBytes + headers.ValueBytes + stream.Response.BodyBytes),
            _ => Status.NotFound,
        };
    }

    private static Status ReadNumber(string? text, PropertyBuffer value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? value.Number(number)
            : Status.NotFound;
}
