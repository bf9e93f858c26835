using ProxyWasm.Abi;

namespace ProxyWasm.Host.Logging;

/// <summary>One log record of a plugin.</summary>
/// <param name="PluginName">Name of the plugin, or of the module while no plugin runs.</param>
/// <param name="RootId">Root id of the plugin; may be empty.</param>
/// <param name="VmId">Id of the virtual machine; may be empty.</param>
/// <param name="ContextId">Context that logged; 0 is the virtual machine itself.</param>
/// <param name="Level">Severity.</param>
/// <param name="Message">Text; bytes that are not UTF-8 are replaced.</param>
public readonly record struct PluginLogRecord(
    string PluginName, string RootId, string VmId, int ContextId, LogLevel Level, string Message)
{
    /// <summary>Export that ran, such as <c>proxy_on_request_headers</c>; empty in a start section.</summary>
    public string Callback { get; init; } = "";

    /// <summary>Whether the host remarks on what the plugin did; else the plugin itself wrote the text.</summary>
    public bool IsHostRemark { get; init; }
}
