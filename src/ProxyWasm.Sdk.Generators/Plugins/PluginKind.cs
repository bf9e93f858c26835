namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>What a marked class is.</summary>
internal enum PluginKind
{
    Plugin,
    HttpFilter,
    TcpFilter,
}
