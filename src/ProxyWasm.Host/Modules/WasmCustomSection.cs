namespace ProxyWasm.Host.Modules;

/// <summary>A section that tools put into a module and engines skip, for example debug information.</summary>
/// <param name="Name">Name of the section; several sections may have the same.</param>
/// <param name="SizeBytes">Size of the content, without the name.</param>
public sealed record WasmCustomSection(string Name, int SizeBytes);
