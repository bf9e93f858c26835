namespace ProxyWasm.Abi;

/// <summary>Where a <see cref="GrpcStatus"/> comes from.</summary>
public static class GrpcStatusConversion
{
    /// <summary>Reads the argument of <c>proxy_send_local_response</c>.</summary>
    /// <param name="value">The number the guest passed.</param>
    /// <returns>The status; <see cref="GrpcStatus.NotSet"/> for every number outside of 0 to 16.</returns>
    public static GrpcStatus FromGuest(int value) =>
        value is >= (int)GrpcStatus.Ok and <= (int)GrpcStatus.Unauthenticated ? (GrpcStatus)value : GrpcStatus.NotSet;

    /// <summary>
    /// The gRPC status of a response that has only an HTTP status, by the mapping of the gRPC documents
    /// (https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md).
    /// </summary>
    /// <param name="httpStatus">Status code of the HTTP response; any number.</param>
    /// <returns>The status; <see cref="GrpcStatus.Unknown"/> for codes the mapping does not name, also 200.</returns>
    public static GrpcStatus FromHttpStatus(int httpStatus) => httpStatus switch
    {
        400 => GrpcStatus.Internal,
        401 => GrpcStatus.Unauthenticated,
        403 => GrpcStatus.PermissionDenied,
        404 => GrpcStatus.Unimplemented,
        429 or 502 or 503 or 504 => GrpcStatus.Unavailable,
        _ => GrpcStatus.Unknown,
    };
}
