namespace ProxyWasm.Abi;

/// <summary>Flags of a buffer in the answer of <c>proxy_get_buffer_status</c>.</summary>
[Flags]
public enum BufferFlags
{
    /// <summary>No flag; what Envoy answers for every buffer.</summary>
    None = 0,

    /// <summary>No bytes will follow.</summary>
    EndOfStream = 1,
}
