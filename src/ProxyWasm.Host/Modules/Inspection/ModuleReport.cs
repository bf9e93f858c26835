using ProxyWasm.Abi;

namespace ProxyWasm.Host.Modules.Inspection;

/// <summary>Collects problems during an inspection; each kind is worded here.</summary>
internal sealed class ModuleReport
{
    public List<ModuleProblem> Errors { get; } = [];

    public List<ModuleProblem> Warnings { get; } = [];

    public void MarkerMissing(WasmExport? unknown) => Errors.Add(new ModuleProblem(
        "PW1010",
        "missing or unknown Proxy-Wasm ABI version: the module exports no function proxy_abi_version_0_1_0, "
        + "proxy_abi_version_0_2_0 or proxy_abi_version_0_2_1"
        + (unknown is null ? string.Empty : $", but the {KindOf(unknown)} {SafeText.Quote(unknown.Name)}"),
        unknown is null
            ? "Build it with a Proxy-Wasm SDK, and check that the linker keeps exported functions"
            : "Build it with an SDK for one of these versions"));

    public void SeveralMarkers(string chosen, IEnumerable<string> others) => Warnings.Add(new ModuleProblem(
        "PW1050",
        $"the module declares several ABI versions; {chosen} comes first and counts, not {string.Join(", ", others)}",
        "Link only one SDK into the plugin"));

    public void Dialect(string marker) => Warnings.Add(new ModuleProblem(
        "PW1051",
        $"{marker} is a vendor's dialect of ABI 0.2.1; the module runs as 0.2.1",
        "Extensions of that vendor are not available; build for ABI 0.2.1 if the plugin uses none"));

    public void AllocatorMissing() => Errors.Add(new ModuleProblem(
        "PW1011",
        "the module is missing the malloc function: it exports no function 'malloc' or 'proxy_on_memory_allocate'",
        "Every SDK exports one of them; check that the linker keeps exported functions"));

    public void WrongType(string export, WasmFunctionType expected, WasmFunctionType actual, AbiVersion version) =>
        Errors.Add(new ModuleProblem(
            "PW1012",
            $"bad function signature for {export}: {AbiMarker.For(version).Name} expects {expected}, "
            + $"but it is {actual}",
            "Export the function with the expected type, or declare the ABI version that it was written for"));

    public void MemoryMissing() => Errors.Add(new ModuleProblem(
        "PW1013",
        "the module exports no memory named 'memory'",
        "Export the linear memory under this name; the host exchanges all data through it"));

    public void MemoryUnsupported(string what) => Errors.Add(new ModuleProblem(
        "PW1014",
        $"the memory exported as 'memory' is {what}; Proxy-Wasm needs an unshared 32-bit memory with pages of 64 KiB",
        "Build for wasm32 without threads and without imported memory"));

    public void ImportsMissing(IEnumerable<string> imports) => Errors.Add(new ModuleProblem(
        "PW1015",
        $"the module imports what this host does not provide: {string.Join("; ", imports)}",
        "Build the plugin for Proxy-Wasm hosts, without these functions or with the types given here"));

    private static string KindOf(WasmExport export) => export.Kind.ToString().ToLowerInvariant();
}
