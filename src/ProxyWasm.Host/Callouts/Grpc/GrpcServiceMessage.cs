using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>What counts of a serialised <c>envoy.config.core.v3.GrpcService</c>.</summary>
internal sealed class GrpcServiceMessage
{
    private readonly List<string> _clusterNames = [];
    private readonly List<HeaderField> _metadata = [];

    /// <summary>Names to look for, the likeliest first.</summary>
    public IReadOnlyList<string> ClusterNames => _clusterNames;

    /// <summary>The <c>:authority</c> to use; empty for the default.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>Headers that go with each call.</summary>
    public IReadOnlyList<HeaderField> Metadata => _metadata;

    /// <summary>False when the bytes are no such message, or one without a target.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out GrpcServiceMessage service)
    {
        service = new GrpcServiceMessage();
        var reader = new ProtobufReader(bytes);
        while (reader.MoveNext())
        {
            var isValid = reader.Field switch
            {
                1 => service.TryReadEnvoyGrpc(reader.Value),
                2 => service.TryReadGoogleGrpc(reader.Value),
                5 => service.TryReadMetadata(reader.Value),
                _ => true,
            };
            if (!isValid)
            {
                return false;
            }
        }

        return !reader.IsMalformed && service._clusterNames.Count > 0;
    }

    private static bool IsHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        !name.IsEmpty
        && !name.ContainsAnyExceptInRange((byte)0x21, (byte)0x7E)
        && name[0] != (byte)':'
        && !value.ContainsAnyInRange((byte)0, (byte)0x1F);

    // EnvoyGrpc: cluster_name = 1, authority = 2.
    private bool TryReadEnvoyGrpc(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtobufReader(bytes);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1 when !reader.Value.IsEmpty:
                    _clusterNames.Add(Encoding.UTF8.GetString(reader.Value));
                    break;
                case 2 when IsHeader("x"u8, reader.Value):
                    Authority = Encoding.Latin1.GetString(reader.Value);
                    break;
            }
        }

        return !reader.IsMalformed;
    }

    // GoogleGrpc: target_uri = 1, channel_credentials = 2 (ssl_credentials = 1). A target is found as a cluster of that
    // name, or as a URL where those are allowed.
    private bool TryReadGoogleGrpc(ReadOnlySpan<byte> bytes)
    {
        var target = "";
        var scheme = "http";
        var reader = new ProtobufReader(bytes);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1:
                    target = Encoding.UTF8.GetString(reader.Value);
                    break;
                case 2:
                    var credentials = new ProtobufReader(reader.Value);
                    while (credentials.MoveNext())
                    {
                        scheme = credentials.Field == 1 ? "https" : scheme;
                    }

                    break;
            }
        }

        if (target.Length > 0)
        {
            _clusterNames.Add(target);
            var address = target[(target.LastIndexOf('/') + 1)..];
            _clusterNames.Add($"{scheme}://{address}");
        }

        return !reader.IsMalformed;
    }

    // HeaderValue: key = 1, value = 2, raw_value = 3.
    private bool TryReadMetadata(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> name = default;
        ReadOnlySpan<byte> value = default;
        var reader = new ProtobufReader(bytes);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1:
                    name = reader.Value;
                    break;
                case 2 or 3:
                    value = reader.Value;
                    break;
            }
        }

        if (IsHeader(name, value))
        {
            _metadata.Add(new HeaderField(
                Encoding.Latin1.GetString(name).ToLowerInvariant(), Encoding.Latin1.GetString(value)));
        }

        return !reader.IsMalformed;
    }
}
