namespace ProxyWasm.Host.Http;

/// <summary>How a plugin, or its failure, ended the ordinary course of a stream.</summary>
public enum StreamTermination
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>
    /// A local response is to be sent instead of asking the upstream; start it with
    /// <see cref="HttpStream.BeginLocalResponseAsync"/>, which lets plugins see it.
    /// </summary>
    LocalResponse,

    /// <summary>A local response takes the place of the upstream's; it is sent as it is.</summary>
    ReplacedResponse,

    /// <summary>The client's stream is to be reset.</summary>
    Reset,
}
