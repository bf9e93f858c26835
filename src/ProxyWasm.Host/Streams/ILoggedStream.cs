using ProxyWasm.Abi;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;

namespace ProxyWasm.Host.Streams;

/// <summary>What an access logger may read of a stream or connection that has ended.</summary>
internal interface ILoggedStream
{
    /// <summary>A map of the stream; null for one that never came into being.</summary>
    HeaderMap? FindLoggedMap(MapType type);

    /// <summary>Writes a property of the stream to <paramref name="value"/>.</summary>
    Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value);
}
