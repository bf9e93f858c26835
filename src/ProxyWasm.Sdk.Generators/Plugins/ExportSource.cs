namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>The exports of a module: the life of contexts always, other callbacks if somebody looks at them.</summary>
internal static class ExportSource
{
    private const string Instance = "global::ProxyWasm.Sdk.Hosting.PluginInstance";

    public static string Write(Callbacks callbacks, PluginClass[] classes)
    {
        var source = new Source()
            .Line("namespace ProxyWasm.Generated;")
            .Line()
            .Open("internal static class PluginExports")
            .Line($"private static {Instance} Instance => {Instance}.Of<PluginModule>();")
            .Line()
            .Line(Attribute("proxy_abi_version_0_2_1"))
            .Open("public static void AbiVersion()")
            .Close()
            .Line()
            .Line(Attribute("proxy_on_memory_allocate"))
            .Line($"public static nint Allocate(int size) => {Instance}.Allocate(size);");
        Lifecycle(source, callbacks);
        if (classes.Any(found => found.Kind != PluginKind.TcpFilter))
        {
            Direction(source, callbacks, "Request", "request");
            Direction(source, callbacks, "Response", "response");
        }

        Tcp(source, callbacks);
        Calls(source, callbacks);
        return source.Close().ToString();
    }

    private static void Lifecycle(Source source, Callbacks callbacks)
    {
        Action(source, "proxy_on_context_create", "OnContextCreate", "context, parent");
        Function(source, "proxy_on_vm_start", "OnVmStart", "context, size");
        Function(source, "proxy_on_configure", "OnConfigure", "context, size");
        Function(source, "proxy_on_done", "OnDone", "context");
        Action(source, "proxy_on_delete", "OnDelete", "context");
        ActionIf(source, callbacks.Has("OnLog"), "proxy_on_log", "OnLog", "context");
        ActionIf(source, callbacks.Has("OnTick") || callbacks.UsesDelays, "proxy_on_tick", "OnTick", "context");
        ActionIf(
            source,
            callbacks.Has("OnQueueReady") || callbacks.UsesQueues,
            "proxy_on_queue_ready",
            "OnQueueReady",
            "context, queue");
    }

    private static void Direction(Source source, Callbacks callbacks, string name, string export)
    {
        var isAsync = callbacks.IsAsync(name);
        foreach (var (part, parameters) in new[]
        {
            ("Headers", "context, count, endOfStream"),
            ("Body", "context, size, endOfStream"),
            ("Trailers", "context, count"),
        })
        {
            // What waits in one event has to be heard of in those that follow.
            if (isAsync || callbacks.Has($"On{name}{part}"))
            {
                Function(
                    source,
                    $"proxy_on_{export}_{part.ToLowerInvariant()}",
                    $"On{name}{part}{(isAsync ? "Async" : "")}",
                    parameters);
            }
        }
    }

    private static void Tcp(Source source, Callbacks callbacks)
    {
        // As with HTTP: what waits in one event has to be heard of in those that follow.
        Tcp(source, callbacks, "Downstream", "OnConnect", "proxy_on_new_connection", "OnNewConnection", "context");
        foreach (var direction in new[] { "Downstream", "Upstream" })
        {
            Tcp(
                source,
                callbacks,
                direction,
                $"On{direction}Data",
                $"proxy_on_{direction.ToLowerInvariant()}_data",
                $"On{direction}Data",
                "context, size, endOfStream");
        }

        ActionIf(
            source,
            callbacks.Has("OnDownstreamClose"),
            "proxy_on_downstream_connection_close",
            "OnDownstreamConnectionClose",
            "context, closedBy");
        ActionIf(
            source,
            callbacks.Has("OnUpstreamClose"),
            "proxy_on_upstream_connection_close",
            "OnUpstreamConnectionClose",
            "context, closedBy");
    }

    private static void Tcp(
        Source source,
        Callbacks callbacks,
        string direction,
        string callback,
        string export,
        string method,
        string parameters)
    {
        var isAsync = callbacks.IsTcpAsync(direction);
        if (isAsync || callbacks.Has(callback))
        {
            Function(source, export, isAsync ? method + "Async" : method, parameters);
        }
    }

    private static void Calls(Source source, Callbacks callbacks)
    {
        if (callbacks.UsesCalls)
        {
            Action(
                source,
                "proxy_on_http_call_response",
                "OnHttpCallResponse",
                "context, call, headers, bodySize, trailers");
        }

        if (callbacks.UsesGrpc)
        {
            Action(source, "proxy_on_grpc_receive", "OnGrpcReceive", "context, call, size");
            Action(source, "proxy_on_grpc_close", "OnGrpcClose", "context, call, status");
        }
    }

    private static void ActionIf(Source source, bool isWanted, string export, string method, string parameters)
    {
        if (isWanted)
        {
            Action(source, export, method, parameters);
        }
    }

    private static void Action(Source source, string export, string method, string parameters) =>
        Export(source, "void", export, method, parameters);

    private static void Function(Source source, string export, string method, string parameters) =>
        Export(source, "int", export, method, parameters);

    private static void Export(Source source, string result, string export, string method, string parameters)
    {
        var declared = string.Join(
            ", ", parameters.Split([", "], StringSplitOptions.None).Select(name => $"int {name}"));
        source.Line()
            .Line(Attribute(export))
            .Line($"public static {result} {method}({declared}) => Instance.{method}({parameters});");
    }

    private static string Attribute(string export) =>
        $"[global::System.Runtime.InteropServices.UnmanagedCallersOnly(EntryPoint = \"{export}\")]";
}
