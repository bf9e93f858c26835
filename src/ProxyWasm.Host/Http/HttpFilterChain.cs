using System.Collections.Concurrent;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.Host.Http;

/// <summary>
/// An ordered list of plugins that HTTP streams pass through. Immutable and thread-safe; make one per configuration and
/// keep it.
/// </summary>
public sealed class HttpFilterChain
{
    private readonly PluginHost _host;
    private readonly ConcurrentQueue<HttpStream>[] _spare;

    internal HttpFilterChain(PluginHost host, IReadOnlyList<Plugin> plugins, IReadOnlyList<Plugin> accessLoggers)
    {
        _host = host;
        Plugins = plugins;
        AccessLoggers = accessLoggers;
        _spare = new ConcurrentQueue<HttpStream>[host.Workers.Count];
        for (var i = 0; i < _spare.Length; i++)
        {
            _spare[i] = new ConcurrentQueue<HttpStream>();
        }
    }

    /// <summary>The plugins, in the order in which a request meets them.</summary>
    public IReadOnlyList<Plugin> Plugins { get; }

    /// <summary>The plugins that are told of each stream when it has ended, and of nothing else.</summary>
    public IReadOnlyList<Plugin> AccessLoggers { get; }

    /// <summary>Whether streams meet nobody here.</summary>
    public bool IsEmpty => Plugins.Count == 0 && AccessLoggers.Count == 0;

    internal TimeProvider Time => _host.Services.Time;

    /// <summary>
    /// Begins a stream. It is bound to one worker, and in it to one virtual machine per plugin, until it is finished.
    /// </summary>
    /// <param name="info">What the proxy knows of the stream.</param>
    public HttpStream Open(HttpStreamInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var worker = _host.Workers.Choose();
        if (!_spare[worker.Index].TryDequeue(out var stream))
        {
            stream = new HttpStream(this, worker);
        }

        stream.Open(info);
        return stream;
    }

    internal void Return(HttpStream stream)
    {
        stream.Close();
        _spare[stream.Worker.Index].Enqueue(stream);
    }
}
