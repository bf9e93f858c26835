using ProxyWasm.Abi;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Shared;

namespace ProxyWasm.Sdk.Hosting;

public sealed unsafe partial class PluginInstance
{
    // The plugin that could not be made; it refuses to start.
    private int? _failedContext;

    /// <summary>
    /// <c>proxy_on_context_create</c>: a plugin when there is no parent, else a stream of the parent.
    /// </summary>
    public void OnContextCreate(int contextId, int parentId)
    {
        // A number that comes again has ended, whether the host has said so or not.
        OnDelete(contextId);
        var parent = Find(parentId) as Plugin;
        Enter(parent);
        try
        {
            if (parentId == 0)
            {
                _failedContext = contextId;
                if (CreatePlugin() is { } plugin)
                {
                    _failedContext = null;
                    Add(plugin, contextId);
                }
            }
            else if (parent?.OpenStream() is { } stream)
            {
                stream.Owner = parent;
                Add(stream, contextId);
            }
        }
        catch (Exception exception)
        {
            Failures.Report("a new context"u8, exception);
        }
    }

    /// <summary><c>proxy_on_vm_start</c>.</summary>
    /// <returns>
    /// 1 when the plugin may run, else 0; for a context that is not known there is nothing to refuse.
    /// </returns>
    public int OnVmStart(int contextId, int configurationSize)
    {
        return Answer(contextId, configurationSize, &Bring);

        static bool Bring(PluginContext context, int size) =>
            context is not Plugin plugin || plugin.OnVmStart(Configuration(BufferType.VmConfiguration, size));
    }

    /// <summary><c>proxy_on_configure</c>.</summary>
    /// <returns>1 when the plugin accepts the configuration, else 0; as <see cref="OnVmStart"/>.</returns>
    public int OnConfigure(int contextId, int configurationSize)
    {
        return Answer(contextId, configurationSize, &Bring);

        static bool Bring(PluginContext context, int size) =>
            context is not Plugin plugin || plugin.OnConfigure(Configuration(BufferType.PluginConfiguration, size));
    }

    /// <summary><c>proxy_on_tick</c>.</summary>
    public void OnTick(int contextId)
    {
        Answer(contextId, 0, &Bring);

        static bool Bring(PluginContext context, int none)
        {
            (context as Plugin)?.Tick();
            return true;
        }
    }

    /// <summary><c>proxy_on_queue_ready</c>.</summary>
    public void OnQueueReady(int contextId, int queueId)
    {
        Answer(contextId, queueId, &Bring);

        static bool Bring(PluginContext context, int queueId)
        {
            if (context is Plugin plugin)
            {
                plugin.Instance._queues?.Wake(queueId);
                plugin.OnQueueReady(new SharedQueue(queueId));
            }

            return true;
        }
    }

    /// <summary><c>proxy_on_done</c>.</summary>
    /// <returns>1 when the context may end, 0 when it will call done.</returns>
    public int OnDone(int contextId)
    {
        return Answer(contextId, 0, &Bring, inFailure: 1);

        static bool Bring(PluginContext context, int none) => context is not Plugin plugin || plugin.OnShutdown();
    }

    /// <summary><c>proxy_on_log</c>.</summary>
    public void OnLog(int contextId)
    {
        Answer(contextId, 0, &Bring);

        static bool Bring(PluginContext context, int none)
        {
            (context as StreamContext)?.OnLog();
            return true;
        }
    }

    /// <summary><c>proxy_on_delete</c>: the number may come again for another context.</summary>
    public void OnDelete(int contextId)
    {
        if (Find(contextId) is { } context)
        {
            Enter(context);
            _contexts.Remove(context);
            context.End();
        }
    }

    private static ReadOnlySpan<byte> Configuration(BufferType buffer, int size)
    {
        ReadOnlySpan<byte> configuration = default;
        if (size > 0)
        {
            Hostcalls.GetBufferBytes(buffer, 0, size, out configuration);
        }

        return configuration;
    }

    private void Add(PluginContext context, int contextId)
    {
        context.ContextId = contextId;
        context.Instance = this;
        _contexts.Add(context);
    }

    private int Answer(int contextId, int argument, delegate*<PluginContext, int, bool> callback, int inFailure = 0)
    {
        if (Find(contextId) is not { } context)
        {
            return contextId == _failedContext ? 0 : 1;
        }

        Enter(context);
        try
        {
            return callback(context, argument) ? 1 : 0;
        }
        catch (Exception exception)
        {
            Failures.Report("a callback of the plugin"u8, exception);
            return inFailure;
        }
    }

    private int Decide<TFilter>(
        int contextId,
        ReadOnlySpan<byte> where,
        int endOfStream,
        int size,
        delegate*<TFilter, int, int, FilterAction> callback)
        where TFilter : StreamContext
    {
        if (Find(contextId) is not TFilter filter)
        {
            return (int)FilterAction.Continue;
        }

        Enter(filter);
        try
        {
            // A filter of its own answer has a pause for each event that the host may still bring.
            var action = callback(filter, endOfStream, size);
            return (int)(filter.IsStopped ? FilterAction.Pause : action);
        }
        catch (Exception exception)
        {
            filter.Fail(where, exception);
            return (int)FilterAction.Pause;
        }
    }
}
