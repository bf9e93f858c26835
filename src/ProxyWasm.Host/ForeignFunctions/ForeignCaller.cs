namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>Who calls a foreign function.</summary>
/// <param name="PluginName">Name of the plugin.</param>
/// <param name="VmId">Id of its virtual machine; may be empty.</param>
/// <param name="ContextId">Context that the call acts on: the plugin itself or one of its streams.</param>
public readonly record struct ForeignCaller(string PluginName, string VmId, int ContextId);
