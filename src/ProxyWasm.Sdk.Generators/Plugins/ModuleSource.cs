namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>The class that makes the plugins of an assembly.</summary>
internal static class ModuleSource
{
    public static string Write(PluginClass[] classes)
    {
        var source = new Source()
            .Line("using global::ProxyWasm.Generated;")
            .Line()
            .Line("[assembly: global::ProxyWasm.Sdk.Hosting.PluginModule(typeof(PluginModule))]")
            .Line()
            .Line("namespace ProxyWasm.Generated;")
            .Line()
            .Open("internal sealed class PluginModule : global::ProxyWasm.Sdk.Hosting.PluginModule");
        if (classes.Length > 1)
        {
            source.Line("public override bool HasSeveral => true;").Line();
        }

        source.Open(
            "public override global::ProxyWasm.Sdk.Plugin? Create(global::System.ReadOnlySpan<byte> rootId)");
        if (classes.Length == 1)
        {
            source.Line($"return {Creation(classes[0], 0)};");
        }
        else
        {
            WriteChoice(source, classes);
        }

        source.Close().Close();
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i].Kind != PluginKind.Plugin)
            {
                WriteOwner(source, classes[i], i);
            }
        }

        return source.ToString();
    }

    private static void WriteChoice(Source source, PluginClass[] classes)
    {
        var fallback = "null";
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i].RootId.Length == 0)
            {
                fallback = Creation(classes[i], i);
                continue;
            }

            source.Open(
                $"if (global::System.MemoryExtensions.SequenceEqual(rootId, {Source.Literal(classes[i].RootId)}u8))")
                .Line($"return {Creation(classes[i], i)};")
                .Close()
                .Line();
        }

        source.Line($"return {fallback};");
    }

    private static string Creation(PluginClass found, int index) =>
        found.Kind == PluginKind.Plugin ? $"new {found.Name}()" : $"new Owner{index}()";

    // A filter without a plugin of its own gets one that makes it.
    private static void WriteOwner(Source source, PluginClass found, int index)
    {
        var parent = found.Config is null
            ? "global::ProxyWasm.Sdk.Plugin"
            : $"global::ProxyWasm.Sdk.Plugin<{found.Config}>";
        var (type, method) = found.Kind == PluginKind.HttpFilter
            ? ("global::ProxyWasm.Sdk.Http.HttpFilter", "CreateHttpFilter")
            : ("global::ProxyWasm.Sdk.Tcp.TcpFilter", "CreateTcpFilter");
        var argument = found.Config is null ? "" : "Config";
        source.Line()
            .Open($"internal sealed class Owner{index} : {parent}")
            .Line($"protected override {type} {method}() => new {found.Name}({argument});")
            .Close();
    }
}
