using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>
/// A stream as the format has it: only what belongs to the running phase can be reached, chunks are presented alone,
/// and a local response ends it.
/// </summary>
internal sealed class SuiteStream : Context
{
    private readonly RootContext _root;

    /// <summary>Creates the stream's context in the guest.</summary>
    public SuiteStream(RootContext root)
        : base(root.Vm)
    {
        _root = root;
        Vm.Contexts.Add(this);
        Vm.Call(this, "proxy_on_context_create", Vm.Exports.OnContextCreate, Id, root.Id);
        Vm.Drain();
    }

    public override RootContext Root => _root;

    public override bool IsStarted => true;

    /// <summary>The callback that runs.</summary>
    public SuitePhase Phase { get; private set; }

    /// <summary>The map of a headers phase.</summary>
    public SuiteHeaders Headers { get; private set; } = new();

    /// <summary>The bytes of a body phase.</summary>
    public BodyBuffer Body { get; } = new();

    /// <summary>The answer of the plugin; null while it has not answered.</summary>
    public LocalResponse? Response { get; set; }

    /// <summary>Presents headers.</summary>
    /// <param name="phase">Which ones.</param>
    /// <param name="headers">What the plugin may change.</param>
    /// <returns>Whether the plugin lets them pass.</returns>
    public bool Present(SuitePhase phase, SuiteHeaders headers)
    {
        var (name, export) = phase == SuitePhase.RequestHeaders
            ? ("proxy_on_request_headers", Vm.Exports.OnRequestHeaders)
            : ("proxy_on_response_headers", Vm.Exports.OnResponseHeaders);
        Headers = headers;
        return Call(phase, name, export, headers.Count, end: false);
    }

    /// <summary>Presents a chunk of a body; what the plugin makes of it is in <see cref="Body"/> afterwards.</summary>
    public void Present(SuitePhase phase, ReadOnlyMemory<byte> chunk, bool end)
    {
        var (name, export) = phase == SuitePhase.RequestBody
            ? ("proxy_on_request_body", Vm.Exports.OnRequestBody)
            : ("proxy_on_response_body", Vm.Exports.OnResponseBody);
        Body.Clear();
        Body.Append(chunk.Span);
        Call(phase, name, export, chunk.Length, end);
    }

    /// <summary>Ends the stream.</summary>
    public void Finish()
    {
        Vm.Call(this, "proxy_on_done", Vm.Exports.OnDone, Id, 1);
        Vm.Call(this, "proxy_on_delete", Vm.Exports.OnDelete, Id);
        Vm.Drain();
        Vm.Contexts.Remove(this);
        Body.Dispose();
    }

    public override Status ReadBuffer(BufferType type, out ReadOnlyMemory<byte> bytes)
    {
        if (type == BufferType.PluginConfiguration)
        {
            bytes = _root.Options.Configuration;
            return Status.Ok;
        }

        var isBound = FindWritableBuffer(type) is not null;
        bytes = isBound ? Body.Memory : default;
        return isBound ? Status.Ok : Status.NotFound;
    }

    public override BodyBuffer? FindWritableBuffer(BufferType type) => (type, Phase) switch
    {
        (BufferType.HttpRequestBody, SuitePhase.RequestBody) => Body,
        (BufferType.HttpResponseBody, SuitePhase.ResponseBody) => Body,
        _ => null,
    };

    /// <summary>The map of the running phase, if it is the one asked for.</summary>
    public SuiteHeaders? FindHeaders(int type) => ((MapType)type, Phase) switch
    {
        (MapType.HttpRequestHeaders, SuitePhase.RequestHeaders) => Headers,
        (MapType.HttpResponseHeaders, SuitePhase.ResponseHeaders) => Headers,
        _ => null,
    };

    private bool Call(SuitePhase phase, string name, Func<int, int, int, int>? export, int count, bool end)
    {
        Phase = phase;
        var result = Vm.Call(this, name, export, Id, count, end ? 1 : 0, 0);
        Vm.Drain();
        Phase = SuitePhase.None;
        return result == 0;
    }
}
