using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Calls;

/// <summary>How a gRPC call has ended.</summary>
/// <param name="Status">Its status.</param>
/// <param name="StatusText">What the server, or the host, says about it.</param>
/// <param name="Message">The serialised message; empty unless it went well.</param>
public sealed record GrpcReply(GrpcStatus Status, string StatusText, ReadOnlyMemory<byte> Message);
