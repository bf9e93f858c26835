namespace ProxyWasm.Host.Callouts;

/// <summary>Why a callout has no answer, or only a part of one; the reset reasons of Envoy.</summary>
public enum CalloutFailure
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>The cluster has no endpoint that may be used.</summary>
    NoHealthyUpstream,

    /// <summary>No connection could be made: refused, unreachable, name not found, TLS rejected.</summary>
    ConnectionFailure,

    /// <summary>Making the connection took too long.</summary>
    ConnectionTimeout,

    /// <summary>The peer closed the connection before the answer was complete.</summary>
    ConnectionTermination,

    /// <summary>The peer reset the stream.</summary>
    RemoteReset,

    /// <summary>The peer does not speak the protocol as it should.</summary>
    ProtocolError,

    /// <summary>A limit of the transport was hit: connections, queued requests, size of headers.</summary>
    Overflow,
}
