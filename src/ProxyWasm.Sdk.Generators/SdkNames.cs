namespace ProxyWasm.Sdk.Generators;

/// <summary>Names of the SDK's types as metadata has them.</summary>
internal static class SdkNames
{
    public const string PluginAttribute = "ProxyWasm.Sdk.PluginAttribute";
    public const string ConfigAttribute = "ProxyWasm.Sdk.PluginConfigAttribute";
    public const string Plugin = "ProxyWasm.Sdk.Plugin";
    public const string HttpFilter = "ProxyWasm.Sdk.Http.HttpFilter";
    public const string TcpFilter = "ProxyWasm.Sdk.Tcp.TcpFilter";
    public const string Assembly = "ProxyWasm.Sdk";
}
