namespace ProxyWasm.Host.Http;

/// <summary>The two directions of a stream.</summary>
public enum DirectionKind
{
    /// <summary>From the client to the upstream; plugins run first to last.</summary>
    Request,

    /// <summary>From the upstream to the client; plugins run last to first.</summary>
    Response,
}
