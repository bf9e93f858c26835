namespace ProxyWasm.Host.Modules;

/// <summary>Something a module needs from its host.</summary>
/// <param name="Module">First part of the name, for example <c>env</c>. Any text: the module's author chose it.</param>
/// <param name="Name">Second part of the name, for example <c>proxy_log</c>.</param>
/// <param name="Kind">What is imported.</param>
/// <param name="FunctionType">Its type when <paramref name="Kind"/> is a function; otherwise null.</param>
public sealed record WasmImport(string Module, string Name, WasmExternalKind Kind, WasmFunctionType? FunctionType);
