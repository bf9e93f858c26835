using System.IO.Pipelines;

namespace ProxyWasm.AspNetCore.Tcp;

/// <summary>A connection's transport as the rest of the pipeline sees it: behind the plugins.</summary>
internal sealed class FilteredTransport : IDuplexPipe
{
    private readonly Pipe _toApplication = new();
    private readonly Pipe _fromApplication = new();

    public PipeReader Input => _toApplication.Reader;

    public PipeWriter Output => _fromApplication.Writer;

    /// <summary>Where the client's bytes go that have passed the plugins.</summary>
    public PipeWriter ToApplication => _toApplication.Writer;

    /// <summary>What the application sends to the client by way of the plugins.</summary>
    public PipeReader FromApplication => _fromApplication.Reader;
}
