using System.Runtime.CompilerServices;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Contexts;

namespace ProxyWasm.Sdk.Hosting;

/// <summary>
/// One virtual machine: the plugins that run in it and their streams. In a module there is one; a test host makes as
/// many as it likes and calls the callbacks, which have the names of the ABI.
/// </summary>
/// <remarks>
/// Not thread-safe; callbacks of one instance must not overlap. A context that is not known is ignored.
/// </remarks>
public sealed partial class PluginInstance
{
    [ThreadStatic]
    private static PluginInstance? s_current;

    private readonly PluginModule _module;
    private readonly HostFunctions? _host;
    private readonly ContextTable _contexts = new();

    /// <summary>Makes the instance of a module.</summary>
    private PluginInstance(PluginModule module) => _module = module;

    /// <summary>Makes an instance that runs under the JIT.</summary>
    /// <param name="module">Makes the plugins.</param>
    /// <param name="host">Carries out what they ask for.</param>
    public PluginInstance(PluginModule module, HostFunctions host)
        : this(module)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(host);
        _host = host;
    }

    internal static PluginInstance Current => s_current ?? throw new InvalidOperationException(
        "There is no host: members of a plugin can be used in its callbacks only.");

    internal HostFunctions Host => _host!;

    /// <summary>The context that host functions act upon at the moment.</summary>
    internal PluginContext? Active { get; private set; }

    /// <summary>The plugin that owns what is active.</summary>
    internal Plugin? ActivePlugin => Active as Plugin ?? (Active as StreamContext)?.Owner;

    /// <summary>The instance of a module; made when the host speaks to the module for the first time.</summary>
    public static PluginInstance Of<TModule>()
        where TModule : PluginModule, new() => s_current ?? Make<TModule>();

    /// <summary>Memory for a value that the host returns: <c>proxy_on_memory_allocate</c>.</summary>
    /// <param name="size">In bytes.</param>
    /// <returns>The address, valid until the next callback; zero for a negative size.</returns>
    public static nint Allocate(int size) => ReturnedMemory.Allocate(size);

    /// <summary>Begins a callback: what host functions answer with in the one before is not needed any more.</summary>
    internal void Enter(PluginContext? context)
    {
        s_current = this;
        Active = context;
        ReturnedMemory.Reset();
    }

    internal PluginContext? Find(int contextId) => _contexts.Find(contextId);

    /// <summary>Runs something in a context, whatever the host's callback is about.</summary>
    internal void Run(PluginContext context, Action action)
    {
        var before = Switch(context);
        try
        {
            action();
        }
        finally
        {
            Switch(before);
        }
    }

    /// <summary>Lets host functions act upon another context.</summary>
    /// <returns>The one they acted upon before, to switch back.</returns>
    internal PluginContext? Switch(PluginContext? context)
    {
        s_current = this;
        var before = Active;
        if (context == before)
        {
            return before;
        }

        Active = context;

        // For a stream that has ended, the plugin must do: what is left in its code must not reach another stream.
        var effective = context is StreamContext { IsEnded: true } stream ? stream.Owner : context;
        if (effective is { IsEnded: false })
        {
            Hostcalls.SetEffectiveContext(effective.ContextId);
        }

        return before;
    }

    // Apart, since every export has a copy of what asks for the instance.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PluginInstance Make<TModule>()
        where TModule : PluginModule, new() => s_current = new PluginInstance(new TModule());

    private Plugin? CreatePlugin()
    {
        ReadOnlySpan<byte> rootId = default;
        if (_module.HasSeveral)
        {
            Hostcalls.GetProperty("plugin_root_id"u8, out rootId);
        }

        var plugin = _module.Create(rootId);
        if (plugin is null)
        {
            Sdk.Log.Write(LogLevel.Critical, "the module has no plugin with this root id"u8);
        }

        return plugin;
    }
}
