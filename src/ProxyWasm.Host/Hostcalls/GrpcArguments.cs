namespace ProxyWasm.Host.Hostcalls;

/// <summary>Where in guest memory the arguments lie that gRPC calls and streams have in common.</summary>
internal readonly record struct GrpcArguments(
    int Upstream,
    int UpstreamSize,
    int Service,
    int ServiceSize,
    int Method,
    int MethodSize,
    int Metadata,
    int MetadataSize,
    int TokenSlot);
