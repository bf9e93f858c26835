namespace ProxyWasm.Abi;

/// <summary>Status of a gRPC call, as in <c>grpc-status</c> and in <c>proxy_on_grpc_close</c>.</summary>
/// <remarks>See https://grpc.github.io/grpc/core/md_doc_statuscodes.html for when each is used.</remarks>
public enum GrpcStatus
{
    /// <summary>No status was given; the host derives one from the HTTP status.</summary>
    NotSet = -1,

    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The caller gave up.</summary>
    Canceled = 1,

    /// <summary>No other status describes the failure.</summary>
    Unknown = 2,

    /// <summary>The request itself is wrong.</summary>
    InvalidArgument = 3,

    /// <summary>The time was over before the answer came.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a resource is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state the call needs.</summary>
    FailedPrecondition = 9,

    /// <summary>The call lost against a concurrent one.</summary>
    Aborted = 10,

    /// <summary>The call went past the end of what is valid.</summary>
    OutOfRange = 11,

    /// <summary>The server does not have the method.</summary>
    Unimplemented = 12,

    /// <summary>Something in the server is broken.</summary>
    Internal = 13,

    /// <summary>The server cannot be reached; the call may be repeated.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or damaged.</summary>
    DataLoss = 15,

    /// <summary>The caller did not prove who it is.</summary>
    Unauthenticated = 16,
}
