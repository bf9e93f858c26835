using ProxyWasm.Abi;
using ProxyWasm.Sdk.Contexts;

namespace ProxyWasm.Sdk.Hosting;

public sealed partial class PluginInstance
{
    /// <summary>
    /// <c>proxy_on_context_create</c>: a plugin when there is no parent, else a stream of the parent.
    /// </summary>
    public void OnContextCreate(int contextId, int parentId)
    {
        Enter(null);
        if (parentId == 0)
        {
            if (CreatePlugin(contextId) is { } plugin)
            {
                Add(plugin, contextId);
            }
        }
        else if (Find(parentId) is Plugin parent)
        {
            Active = parent;
            try
            {
                if (parent.OpenStream() is { } stream)
                {
                    stream.Owner = parent;
                    Add(stream, contextId);
                }
            }
            catch (Exception exception)
            {
                Failures.Report("a new stream"u8, exception);
            }
        }
    }

    /// <summary><c>proxy_on_vm_start</c>.</summary>
    /// <returns>1 when the plugin may run, else 0.</returns>
    public int OnVmStart(int contextId, int configurationSize) =>
        Find(contextId) is Plugin plugin && Start(plugin, configurationSize, isVm: true) ? 1 : 0;

    /// <summary><c>proxy_on_configure</c>.</summary>
    /// <returns>1 when the plugin accepts the configuration, else 0.</returns>
    public int OnConfigure(int contextId, int configurationSize) =>
        Find(contextId) is Plugin plugin && Start(plugin, configurationSize, isVm: false) ? 1 : 0;

    /// <summary><c>proxy_on_tick</c>.</summary>
    public void OnTick(int contextId)
    {
        if (Find(contextId) is Plugin plugin)
        {
            Enter(plugin);
            try
            {
                plugin.Tick();
            }
            catch (Exception exception)
            {
                Failures.Report("tick"u8, exception);
            }
        }
    }

    /// <summary><c>proxy_on_queue_ready</c>.</summary>
    public void OnQueueReady(int contextId, int queueId)
    {
        if (Find(contextId) is Plugin plugin)
        {
            Enter(plugin);
            try
            {
                plugin.OnQueueReady(new Shared.SharedQueue(queueId));
            }
            catch (Exception exception)
            {
                Failures.Report("queue"u8, exception);
            }
        }
    }

    /// <summary><c>proxy_on_done</c>.</summary>
    /// <returns>1 when the context may end, 0 when it will call done.</returns>
    public int OnDone(int contextId)
    {
        if (Find(contextId) is not { } context)
        {
            return 1;
        }

        Enter(context);
        try
        {
            return context is Plugin plugin && !plugin.OnShutdown() ? 0 : 1;
        }
        catch (Exception exception)
        {
            Failures.Report("shutdown"u8, exception);
            return 1;
        }
    }

    /// <summary><c>proxy_on_log</c>.</summary>
    public void OnLog(int contextId)
    {
        if (Find(contextId) is StreamContext stream)
        {
            Enter(stream);
            try
            {
                stream.OnLog();
            }
            catch (Exception exception)
            {
                Failures.Report("log"u8, exception);
            }
        }
    }

    /// <summary><c>proxy_on_delete</c>: the number may come again for another context.</summary>
    public void OnDelete(int contextId)
    {
        if (Find(contextId) is not { } context)
        {
            return;
        }

        Enter(context);
        _contexts.Remove(contextId);
        try
        {
            context.End();
        }
        catch (Exception exception)
        {
            Failures.Report("end"u8, exception);
        }
    }

    private void Add(PluginContext context, int contextId)
    {
        context.ContextId = contextId;
        context.Instance = this;
        _contexts.Add(context);
    }

    private bool Start(Plugin plugin, int configurationSize, bool isVm)
    {
        Enter(plugin);
        var buffer = isVm ? BufferType.VmConfiguration : BufferType.PluginConfiguration;
        ReadOnlySpan<byte> configuration = default;
        if (configurationSize > 0)
        {
            Hostcalls.GetBufferBytes(buffer, 0, configurationSize, out configuration);
        }

        try
        {
            return isVm ? plugin.OnVmStart(configuration) : plugin.OnConfigure(configuration);
        }
        catch (Exception exception)
        {
            Failures.Report(isVm ? "start"u8 : "configure"u8, exception);
            return false;
        }
    }
}
