using System.Reflection;
using System.Text;
using ProxyWasm.Host;
using ProxyWasm.Sdk;
using ProxyWasm.Testing.Native;

namespace ProxyWasm.Testing;

/// <summary>A plugin to test: a module of any language, and how it is configured.</summary>
public sealed record TestPlugin
{
    /// <summary>Names the module.</summary>
    /// <param name="path">
    /// A <c>.wasm</c> file, or a <c>.wat</c> file in the text format; relative to the working directory.
    /// </param>
    public TestPlugin(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
    }

    /// <summary>Takes the module from memory.</summary>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="code">The WebAssembly binary.</param>
    public TestPlugin(string name, ReadOnlyMemory<byte> code)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Code = code;
    }

    /// <summary>Name of the plugin, as it appears in logs and properties.</summary>
    /// <value>Default: that of the file.</value>
    public string Name { get; init; }

    /// <summary>Plugin configuration as text in UTF-8; see <see cref="ConfigurationBytes"/> for other bytes.</summary>
    public string Configuration
    {
        get => Encoding.UTF8.GetString(ConfigurationBytes.Span);
        init => ConfigurationBytes = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Plugin configuration, for <c>on_configure</c>.</summary>
    public ReadOnlyMemory<byte> ConfigurationBytes { get; init; }

    /// <summary>Configuration of the virtual machine, for <c>on_vm_start</c>, as text in UTF-8.</summary>
    public string VmConfiguration { get; init; } = "";

    /// <summary>Which of the plugins in the module is meant.</summary>
    public string RootId { get; init; } = "";

    /// <summary>Name of the virtual machine.</summary>
    public string VmId { get; init; } = "";

    /// <summary>Environment of the guest.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>What happens to streams when the plugin cannot run.</summary>
    public FailurePolicy FailurePolicy { get; init; }

    /// <summary>As <see cref="PluginOptions.AllowOnHeadersStopIteration"/>.</summary>
    public bool AllowOnHeadersStopIteration { get; init; }

    /// <summary>As <see cref="PluginOptions.AllowLateHeaderReads"/>.</summary>
    public bool AllowLateHeaderReads { get; init; }

    /// <summary>What the plugin may use.</summary>
    public PluginLimits Limits { get; init; } = PluginLimits.Default;

    private string? Path { get; }

    private ReadOnlyMemory<byte> Code { get; }

    /// <summary>Takes the module from text.</summary>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="text">The module in the WebAssembly text format.</param>
    public static TestPlugin FromText(string name, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new TestPlugin(name, default(ReadOnlyMemory<byte>)) { Text = text };
    }

    /// <summary>Takes a C# plugin as it is, without WebAssembly, so that a debugger steps through it.</summary>
    /// <typeparam name="TPlugin">
    /// The class with <c>[Plugin]</c>. Its root id says which of several in its assembly runs.
    /// </typeparam>
    /// <exception cref="ArgumentException">Its assembly has no generated plugin module.</exception>
    public static TestPlugin Native<TPlugin>() => Native(typeof(TPlugin).Assembly) with
    {
        Name = typeof(TPlugin).Name,
        RootId = typeof(TPlugin).GetCustomAttribute<PluginAttribute>()?.RootId ?? "",
    };

    /// <summary>As <see cref="Native{TPlugin}"/>, when the class of the plugin cannot be seen from the test.</summary>
    /// <param name="assembly">The assembly with the plugin.</param>
    /// <exception cref="ArgumentException">It has no generated plugin module.</exception>
    public static TestPlugin Native(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var plugin = NativePlugin.Of(assembly);
        return new TestPlugin(assembly.GetName().Name ?? "plugin", plugin.Code) { NativeCode = plugin };
    }

    private string? Text { get; init; }

    /// <summary>The plugin when it runs natively; else null.</summary>
    internal NativePlugin? NativeCode { get; private init; }

    internal PluginOptions ToOptions(ReadOnlyMemory<byte> code) => new()
    {
        Name = Name,
        Code = code,
        RootId = RootId,
        VmId = VmId,
        Configuration = ConfigurationBytes,
        VmConfiguration = Encoding.UTF8.GetBytes(VmConfiguration),
        Environment = Environment,
        FailurePolicy = FailurePolicy,
        AllowOnHeadersStopIteration = AllowOnHeadersStopIteration,
        AllowLateHeaderReads = AllowLateHeaderReads,
        Limits = Limits,
    };

    /// <summary>Reads the module; one in the text format is translated.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal async Task<ReadOnlyMemory<byte>> ReadCodeAsync(
        Func<string, byte[]> translate, CancellationToken cancellationToken)
    {
        if (Text is not null)
        {
            return translate(Text);
        }

        if (Path is null)
        {
            return Code;
        }

        return Path.EndsWith(".wat", StringComparison.OrdinalIgnoreCase)
            ? translate(await File.ReadAllTextAsync(Path, cancellationToken))
            : await File.ReadAllBytesAsync(Path, cancellationToken);
    }
}
