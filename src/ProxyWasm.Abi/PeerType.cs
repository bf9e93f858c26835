namespace ProxyWasm.Abi;

/// <summary>Who closed a TCP connection, <c>proxy_peer_type_t</c> of the ABI.</summary>
public enum PeerType
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The proxy.</summary>
    Local = 1,

    /// <summary>The other end.</summary>
    Remote = 2,
}
