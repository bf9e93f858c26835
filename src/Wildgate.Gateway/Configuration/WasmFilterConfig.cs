namespace Wildgate.Gateway.Configuration;

/// <summary>A plugin in the HTTP filter chain (<c>envoy.extensions.filters.http.wasm.v3.Wasm</c>).</summary>
/// <param name="FilterName">The name of the filter in the chain; never empty.</param>
/// <param name="Plugin">The plugin.</param>
public sealed record WasmFilterConfig(string FilterName, PluginConfig Plugin);
