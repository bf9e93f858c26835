namespace ProxyWasm.Host.Modules;

/// <summary>Something a module offers to its host.</summary>
/// <param name="Name">Unique in the module. Any text: the module's author chose it.</param>
/// <param name="Kind">What is exported.</param>
/// <param name="Index">Index in the index space of <paramref name="Kind"/>, imports first.</param>
/// <param name="FunctionType">Its type when <paramref name="Kind"/> is a function; otherwise null.</param>
public sealed record WasmExport(string Name, WasmExternalKind Kind, uint Index, WasmFunctionType? FunctionType);
