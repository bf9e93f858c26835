using System.Buffers;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.SharedData;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>All foreign functions of a host by name. Immutable.</summary>
/// <remarks>
/// The expression functions (<c>expr_create</c>, <c>expr_evaluate</c>, <c>expr_delete</c>) are missing, as in an Envoy
/// that is built without the expression language: a plugin hears NotFound, which all guest libraries pass on.
/// </remarks>
internal sealed class ForeignFunctionTable
{
    private readonly Dictionary<byte[], BoundFunction> _functions = new(ByteKeyComparer.Instance)
    {
        ["compress"u8.ToArray()] = static (_, argument, result) => Compression.Compress(argument, result),
        ["uncompress"u8.ToArray()] = static (_, argument, result) => Compression.Uncompress(argument, result),
        ["clear_route_cache"u8.ToArray()] = StreamFunctions.ClearRouteCache,
        ["set_envoy_filter_state"u8.ToArray()] = StreamFunctions.SetFilterState,
        ["declare_property"u8.ToArray()] = StreamFunctions.DeclareProperty,
        ["verify_signature"u8.ToArray()] = static (_, argument, result) => SignatureFunctions.Verify(argument, result),
        ["sign"u8.ToArray()] = static (_, argument, result) => SignatureFunctions.Sign(argument, result),
    };

    /// <summary>Makes the table; a registered function takes the place of a built-in one with the same name.</summary>
    public ForeignFunctionTable(IReadOnlyDictionary<string, ForeignFunction> registered)
    {
        foreach (var (name, function) in registered)
        {
            _functions[Encoding.UTF8.GetBytes(name)] = Bind(name, function);
        }
    }

    /// <summary>A function with the virtual machine that calls it.</summary>
    public delegate Status BoundFunction(Vm vm, ReadOnlySpan<byte> argument, IBufferWriter<byte> result);

    public BoundFunction? Find(ReadOnlySpan<byte> name) =>
        _functions.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var function) ? function : null;

    private static BoundFunction Bind(string name, ForeignFunction function) => (vm, argument, result) =>
    {
        var context = vm.Effective;
        var plugin = context.Root?.Options.Name ?? vm.Definition.ModuleName;
        try
        {
            return function(new ForeignCaller(plugin, vm.Definition.VmId, context.Id), argument, result);
        }
#pragma warning disable CA1031 // Whatever it is, it must not pass through guest frames and cost the virtual machine.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.ForeignFunctionFailed(vm.Services.Log, exception, name, plugin);
            return Status.InternalFailure;
        }
    };
}
