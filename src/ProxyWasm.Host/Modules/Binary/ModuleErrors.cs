namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Every error of the binary reader is made here, so that ids and wording stay in one place.</summary>
internal static class ModuleErrors
{
    private const string Rebuild =
        "The file is damaged or was written by a broken tool: build it again, check it with 'wasm-tools validate'";

    private const string Transfer =
        "The file was probably cut off while it was copied or downloaded: fetch or build it again, compare its SHA-256";

    public static ModuleException Empty() => Make(
        "PW1001",
        "the file is empty",
        "Check that the build wrote the .wasm file and that the path is right",
        0);

    public static ModuleException NotWasm(string looksLike, string hint) =>
        Make("PW1002", $"this is not a WebAssembly module: {looksLike}", hint, 0);

    public static ModuleException Component() => Make(
        "PW1003",
        "this is a WebAssembly component; Proxy-Wasm needs a core module",
        "Build for a core target such as wasm32-wasip1 (Rust, Go) instead of wasm32-wasip2, or take the core module "
        + "from before 'wasm-tools component new'",
        4);

    public static ModuleException UnsupportedVersion(ushort version, ushort layer) => Make(
        "PW1004",
        $"version {version} (layer {layer}) of the WebAssembly binary format is not supported",
        "Build a core module of version 1, the one that every compiler writes",
        4);

    public static ModuleException Truncated(string what, long needed, int available, int offset) => Make(
        "PW1005",
        $"the file is truncated at offset {offset}: {what} needs {needed} bytes, but only {available} are left",
        Transfer,
        offset);

    public static ModuleException Malformed(string section, string what, int offset) =>
        Make("PW1006", $"malformed {section} at offset {offset}: {what}", Rebuild, offset);

    public static ModuleException TooMany(string section, string what, uint count, int limit, int offset) => Make(
        "PW1007",
        $"{section} at offset {offset}: {count} {what} are more than the {limit} this host accepts",
        "Split the plugin or remove what it does not use",
        offset);

    private static ModuleException Make(string id, string message, string hint, int offset) =>
        new(new ModuleProblem(id, message, hint), offset);
}
