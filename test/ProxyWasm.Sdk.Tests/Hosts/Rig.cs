using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Tcp;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>A plugin of a test in a <see cref="FakeHost"/>; callbacks act upon their context as in a real host.</summary>
internal sealed class Rig
{
    public const int Root = 1;

    private int _contexts = Root;

    public Rig(Plugin plugin)
    {
        Plugin = plugin;
        Instance = new PluginInstance(new OnePlugin(() => plugin), Host);
        Instance.OnContextCreate(Root, 0);
        Host.Enter(Root);
    }

    public Rig(Func<HttpFilter> filter)
        : this(new ScriptedPlugin { Http = filter })
    {
    }

    public Rig(Func<TcpFilter> filter)
        : this(new ScriptedPlugin { Tcp = filter })
    {
    }

    public Plugin Plugin { get; }

    public FakeHost Host { get; } = new();

    public PluginInstance Instance { get; }

    /// <summary>Makes a stream.</summary>
    public int Open()
    {
        var context = ++_contexts;
        Instance.OnContextCreate(context, Root);
        Host.Enter(context);
        return context;
    }

    /// <summary>A callback of a context.</summary>
    public FilterAction At(int context, Func<PluginInstance, int> callback)
    {
        Host.Enter(context);
        return (FilterAction)callback(Instance);
    }

    /// <summary>Lets time pass and the plugin's timer with it.</summary>
    public void Tick(int milliseconds)
    {
        Host.Nanoseconds += (ulong)milliseconds * 1_000_000;
        Host.Enter(Root);
        Instance.OnTick(Root);
    }

    /// <summary>Answers the calls that are under way, from the plugin's own context.</summary>
    public void Reply(int call, int status = 200, string body = "")
    {
        Host.Headers[MapType.HttpCallResponseHeaders] = [(":status", status.ToString())];
        Host.Buffers[BufferType.HttpCallResponseBody] = System.Text.Encoding.UTF8.GetBytes(body);
        Host.Enter(Root);
        Instance.OnHttpCallResponse(Root, call, 1, body.Length, 0);
    }
}
