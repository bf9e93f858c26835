namespace ProxyWasm.Host.Callouts;

/// <summary>What a token stands for: its two lowest bits (section 3.12 of the ABI reference).</summary>
internal enum CalloutKind
{
    Http = 0,
    GrpcCall = 1,
    GrpcStream = 2,
    Dns = 3,
}
