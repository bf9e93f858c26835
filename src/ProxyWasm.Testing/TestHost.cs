using System.Text;
using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Logging;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Tcp;
using ProxyWasm.Testing.Native;
using ProxyWasm.Testing.Running;

namespace ProxyWasm.Testing;

/// <summary>
/// Runs one plugin in process, in the plugin host that the gateway uses, under the control of a test: the clock stands
/// still, random bytes repeat, and other services are scripted. Every member returns when everything that it set off
/// has happened, except what waits for the clock or for an answer.
/// </summary>
/// <remarks>Not thread-safe: use a host from one thread at a time. Any number of hosts may run side by side.</remarks>
public sealed class TestHost : IAsyncDisposable
{
    private readonly VirtualClock _clock;
    private readonly PumpedQueue _queue = new();
    private readonly NativeEngine _engine;
    private readonly HostMessages _messages = new();
    private readonly PluginLog _log;
    private readonly PluginHost _host;
    private readonly List<TestStream> _streams = [];
    private readonly List<TestConnection> _connections = [];
    private readonly List<Plugin> _leaving = [];
    private HttpFilterChain _httpChain = null!;
    private TcpFilterChain _tcpChain = null!;
    private long _lastConnection;

    private TestHost(TestHostOptions options)
    {
        _clock = new VirtualClock(options.StartTime);
        _log = new PluginLog(options.LogLevel, options.OnLog);
        Upstreams = options.Upstreams;
        _engine = new NativeEngine(options.Engine);
        var random = new Random(options.Seed);
        _host = new PluginHost(new PluginHostOptions
        {
            Workers = 1,
            LoggerFactory = _messages,
            PluginLog = _log,
            DrainTimeout = TimeSpan.Zero,
            ForeignFunctions = options.ForeignFunctions,
            TimeProvider = _clock,
            Callouts = Upstreams.Attach(this),
            Engine = _engine,
            Queue = _queue,
            FillRandom = random.NextBytes,
        });
    }

    /// <summary>The clock that the plugin sees; moved by <see cref="Advance"/>.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>The services that the plugin can call.</summary>
    public TestUpstreams Upstreams { get; }

    /// <summary>What the plugin logged, oldest first.</summary>
    public IReadOnlyList<PluginLogRecord> Logs => _log.Records;

    /// <summary>What the host said about the plugin: failures, restarts, dropped data.</summary>
    public IReadOnlyList<string> HostMessages => _messages.Texts;

    /// <summary>Whether the plugin can be called; false between its failure and its next start.</summary>
    public bool IsRunning => Root is { IsReachable: true };

    /// <summary>Time between two ticks of the plugin; zero while it has none.</summary>
    public TimeSpan TickPeriod => Root?.Timer.Period ?? TimeSpan.Zero;

    /// <summary>The metrics that the plugin has defined.</summary>
    public IReadOnlyList<TestMetric> Metrics => TestMetric.All(Plugin.Metrics);

    /// <summary>The shared data of the plugin's <c>vm_id</c>.</summary>
    public TestSharedData SharedData => new(Plugin.Group.Definition.Partition.Data);

    internal Plugin Plugin { get; private set; } = null!;

    /// <summary>What the present plugin was made of.</summary>
    internal TestPlugin Settings { get; private set; } = null!;

    private Host.Contexts.RootContext? Root => Plugin.RootOn(_host.Workers[0]);

    /// <summary>Loads a plugin and starts it.</summary>
    /// <exception cref="Host.Modules.ModuleException">The code is not a module that can run here.</exception>
    /// <exception cref="PluginLoadException">The plugin does not start or rejects its configuration.</exception>
    /// <exception cref="IOException">Its file cannot be read.</exception>
    public static async Task<TestHost> StartAsync(
        TestPlugin plugin, TestHostOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var host = new TestHost(options ?? new TestHostOptions());
        try
        {
            await host.LoadAsync(plugin, cancellationToken);
        }
        catch
        {
            await host._host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>A metric by the name that the plugin gave it.</summary>
    /// <exception cref="KeyNotFoundException">The plugin has defined no such metric.</exception>
    public TestMetric Metric(string name) => Metrics.FirstOrDefault(metric => metric.Name == name)
        ?? throw new KeyNotFoundException(
            $"the plugin has no metric `{name}`; it has: {string.Join(", ", Metrics.Select(metric => metric.Name))}");

    /// <summary>A shared queue by name.</summary>
    /// <exception cref="KeyNotFoundException">Nobody has registered it.</exception>
    public TestQueue Queue(string name) =>
        Plugin.Group.Definition.Partition.Queues.Find(Encoding.UTF8.GetBytes(name)) is { } queue
            ? new TestQueue(this, queue)
            : throw new KeyNotFoundException($"no plugin has registered the queue `{name}`");

    /// <summary>Begins an HTTP stream.</summary>
    /// <param name="info">What the proxy knows of the stream; null for a plain one over HTTP/1.1.</param>
    public TestStream OpenStream(HttpStreamInfo? info = null)
    {
        var stream = new TestStream(this, _httpChain.Open(info ?? NextInfo()));
        _streams.Add(stream);
        return stream;
    }

    /// <summary>Accepts a TCP connection and presents it to the plugin.</summary>
    /// <param name="info">What the proxy knows of the connection; null for a plain one.</param>
    public TestConnection OpenConnection(ConnectionInfo? info = null)
    {
        var connection = new TestConnection(this, _tcpChain.Open(info ?? NextInfo()));
        _connections.Add(connection);
        connection.Accept();
        return connection;
    }

    /// <summary>
    /// Moves the clock on. Ticks, time limits and delayed answers happen one after the other, each at its time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(TimeSpan time) => Run(() => _clock.Advance(time, Settle));

    /// <summary>
    /// Puts another plugin, or the same with another configuration, in the place of the present one, as a gateway does
    /// when its configuration changes: streams that are open stay with the old one, which ends with the last of them.
    /// </summary>
    /// <exception cref="PluginLoadException">It does not start; the present one stays.</exception>
    public async Task ReloadAsync(TestPlugin plugin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var old = Plugin;
        await LoadAsync(plugin, cancellationToken);
        _leaving.Add(old);
        Run(static () => { });
    }

    /// <summary>
    /// Tells the plugin to end: <c>on_done</c>. One that answers false goes on until it calls <c>proxy_done</c>.
    /// </summary>
    /// <returns>Completes when the plugin has ended; is complete at once for most plugins.</returns>
    public Task Shutdown()
    {
        var ended = Task.CompletedTask;
        Run(() => ended = BeginEnd(Plugin));
        return ended;
    }

    /// <summary>Finishes open streams and ends the plugin.</summary>
    public async ValueTask DisposeAsync()
    {
        var ending = Task.CompletedTask;
        Detached(() =>
        {
            ending = EndAsync();

            // A plugin that keeps its host busy for ever must not keep it from ending.
            while (!ending.IsCompleted && _queue.RunNext())
            {
            }
        });
        await ending;
    }

    internal void Forget(TestStream stream) => _streams.Remove(stream);

    internal void Forget(TestConnection connection) => _connections.Remove(connection);

    /// <summary>Does something to the plugin and lets everything happen that it sets off.</summary>
    internal void Run(Action action) => Detached(() =>
    {
        action();
        Settle();
    });

    internal void Run(Func<ValueTask> action) => Run(() => Synchronously.Complete(action()));

    // Continuations must not wander off to the scheduler of a test framework.
    private static void Detached(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private async Task EndAsync()
    {
        foreach (var stream in _streams)
        {
            await stream.EndAsync();
        }

        foreach (var connection in _connections)
        {
            await connection.EndAsync();
        }

        await _host.DisposeAsync();
    }

    private void Settle()
    {
        bool again;
        do
        {
            again = _queue.RunAll();
            foreach (var stream in _streams.ToArray())
            {
                again |= stream.Progress();
            }

            foreach (var connection in _connections.ToArray())
            {
                again |= connection.Progress();
            }
        }
        while (again || EndUnused());
    }

    /// <summary>Ends plugins that have been replaced and have no stream any more; false if there are none.</summary>
    private bool EndUnused()
    {
        var unused = _leaving.FindAll(plugin =>
            !_streams.Exists(s => s.Plugin == plugin) && !_connections.Exists(c => c.Plugin == plugin));
        foreach (var plugin in unused)
        {
            _leaving.Remove(plugin);
            BeginEnd(plugin);
        }

        return unused.Count > 0;
    }

    private async Task LoadAsync(TestPlugin plugin, CancellationToken cancellationToken)
    {
        var code = await plugin.ReadCodeAsync(_host.ConvertText, cancellationToken);
        Run(() =>
        {
            var starting = StartAsync(plugin.ToOptions(code), plugin.NativeCode, cancellationToken);
            Plugin = starting.GetAwaiter().GetResult();
            Settings = plugin;
            _httpChain = _host.CreateHttpChain(Plugin);
            _tcpChain = _host.CreateTcpChain(Plugin);
        });
    }

    private Task<Plugin> StartAsync(
        PluginOptions options, NativePlugin? native, CancellationToken cancellationToken)
    {
        if (native is null)
        {
            return _host.LoadAsync(options, cancellationToken);
        }

        _engine.Add(native);
        return _host.LoadAsync(options, native.Inspection, cancellationToken);
    }

    private static Task BeginEnd(Plugin plugin) => VmGroups.BeginStopAsync(plugin).GetAwaiter().GetResult();

    private PlainStreamInfo NextInfo() => new(_clock.GetUtcNow(), ++_lastConnection);
}
