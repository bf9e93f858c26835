using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Modules;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Testing.Native;

/// <summary>
/// The plugins of a C# assembly. What its module would export is generated into the assembly; the same names lead to
/// the same methods here, so the host calls exactly what it would call in the module.
/// </summary>
internal sealed class NativePlugin
{
    private const string ExportsType = "ProxyWasm.Generated.PluginExports";
    private const string CallbackPrefix = "proxy_on_";
    private const string Allocator = "proxy_on_memory_allocate";

    private readonly Type _module;
    private readonly Dictionary<string, MethodInfo> _callbacks;

    private NativePlugin(Assembly assembly, Type module, Dictionary<string, MethodInfo> callbacks)
    {
        _module = module;
        _callbacks = callbacks;

        // Stands for the code of the module: equal for equal assemblies, and no module.
        Code = assembly.ManifestModule.ModuleVersionId.ToByteArray();
        Inspection = new ModuleInspection
        {
            // The shortest module there is: magic number and version.
            Module = WasmModuleInfo.Parse(new byte[] { 0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0, 0 }),
            AbiMarker = "proxy_abi_version_0_2_1",
            AbiVersion = AbiVersion.V0_2_1,
            Allocator = Allocator,
            Callbacks = [.. callbacks.Keys],
            Imports = [],
            Warnings = [],
            Errors = [],
        };
    }

    /// <summary>Bytes that stand for the code.</summary>
    public ReadOnlyMemory<byte> Code { get; }

    /// <summary>What a look at the module would have told.</summary>
    public ModuleInspection Inspection { get; }

    /// <exception cref="ArgumentException">The assembly has no plugin.</exception>
    public static NativePlugin Of(Assembly assembly)
    {
        if (assembly.GetCustomAttribute<PluginModuleAttribute>() is not { } attribute
            || assembly.GetType(ExportsType) is not { } exports)
        {
            throw new ArgumentException(
                $"the assembly {assembly.GetName().Name} has no plugin: mark its class with [Plugin] and refer to the "
                + "package ProxyWasm.Sdk, whose source generator does the rest");
        }

        var callbacks = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        foreach (var export in exports.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var name = export.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()?.EntryPoint;
            if (name is not null && name != Allocator && name.StartsWith(CallbackPrefix, StringComparison.Ordinal))
            {
                callbacks.Add(name, typeof(PluginInstance).GetMethod(export.Name)
                    ?? throw new ArgumentException(
                        $"the assembly {assembly.GetName().Name} was built with another version of ProxyWasm.Sdk: "
                        + $"{export.Name} is unknown here"));
            }
        }

        return new NativePlugin(assembly, attribute.Type, callbacks);
    }

    /// <summary>Makes a virtual machine's worth of plugins.</summary>
    /// <param name="host">What they can call.</param>
    /// <param name="memory">Where the host puts what it answers.</param>
    /// <returns>The exports by name.</returns>
    public Dictionary<string, Delegate> Instantiate(HostFunctions host, ScratchMemory memory)
    {
        var instance = new PluginInstance((PluginModule)Activator.CreateInstance(_module)!, host);
        var exports = new Dictionary<string, Delegate>(StringComparer.Ordinal)
        {
            [Allocator] = new Func<int, int>(memory.Allocate),
        };
        foreach (var (name, method) in _callbacks)
        {
            var types = method.GetParameters().Select(static parameter => parameter.ParameterType);
            exports.Add(name, method.CreateDelegate(
                Expression.GetDelegateType([.. types, method.ReturnType]), instance));
        }

        return exports;
    }

    /// <summary>The compiled module.</summary>
    public WasmCode ToCode() => new NativeCode(this);
}
