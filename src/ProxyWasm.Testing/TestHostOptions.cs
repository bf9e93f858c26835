using ProxyWasm.Abi;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Logging;
using ProxyWasm.Testing.Running;

namespace ProxyWasm.Testing;

/// <summary>Settings of a <see cref="TestHost"/>.</summary>
public sealed record TestHostOptions
{
    /// <summary>Where the clock stands at the beginning.</summary>
    /// <value>Default: 2024-01-01 00:00 UTC.</value>
    public DateTimeOffset StartTime { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Decides the random bytes that plugins ask for: equal seeds give equal bytes.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>The least severe level that plugins log.</summary>
    /// <value>Default <see cref="LogLevel.Trace"/>: everything.</value>
    public LogLevel LogLevel { get; init; } = LogLevel.Trace;

    /// <summary>Is shown each record as it is logged, for example to write it to the output of the test.</summary>
    public Action<PluginLogRecord>? OnLog { get; init; }

    /// <summary>
    /// The services that plugins can call, when they must be there before the plugin starts; else use
    /// <see cref="TestHost.Upstreams"/>. Belongs to one host.
    /// </summary>
    public TestUpstreams Upstreams { get; init; } = new();

    /// <summary>Functions that plugins call by name, beside the built-in ones.</summary>
    public IReadOnlyDictionary<string, ForeignFunction> ForeignFunctions { get; init; } =
        new Dictionary<string, ForeignFunction>();

    /// <summary>Compiles modules for several hosts after each other; null for an engine of its own.</summary>
    internal SharedEngine? Engine { get; init; }
}
