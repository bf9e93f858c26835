using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.ForeignFunctions;

/// <summary>Calls foreign functions from a guest, with any bytes, and brings back what the guest got.</summary>
internal sealed class ForeignRig : IAsyncDisposable
{
    // The configuration is the length of a name, the name, and the argument. The guest hands the result to `capture`.
    private static readonly string Module = GuestModule.Configure(
        """
        (local $at i32) (local $name i32)
        (drop (call $buffer (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (local.set $at (i32.load (i32.const 0x10)))
        (local.set $name (i32.load8_u (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (i64.store (i32.const 0x20) (i64.const -1))
        (call $n (call $call
          (local.get $at) (local.get $name)
          (i32.add (local.get $at) (local.get $name))
          (i32.sub (i32.sub (i32.load (i32.const 0x14)) (local.get $name)) (i32.const 1))
          (i32.const 0x20) (i32.const 0x24)))
        (drop (call $call
          (i32.const 0x100) (i32.const 7) (i32.load (i32.const 0x20)) (i32.load (i32.const 0x24))
          (i32.const 0) (i32.const 0)))
        """,
        """(data (i32.const 0x100) "capture")""");

    private byte[]? _captured;

    public ForeignRig(params IEnumerable<KeyValuePair<string, ForeignFunction>> functions) => Rig = new PluginRig(
        configure: options => options with
        {
            LoggerFactory = HostLog,
            ForeignFunctions = new Dictionary<string, ForeignFunction>(functions)
            {
                ["capture"] = (in _, argument, _) =>
                {
                    _captured = argument.ToArray();
                    return Status.Ok;
                },
            },
        });

    public ListLoggerFactory HostLog { get; } = new();

    public PluginRig Rig { get; }

    /// <summary>The status, and the result; null when the guest's result slots were left alone.</summary>
    public async Task<(Status Status, byte[]? Result)> CallAsync(string name, params byte[] argument)
    {
        Rig.Log.Clear();
        _captured = null;
        byte[] configuration = [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. argument];
        await using (await Rig.LoadAsync(Module, binaryConfiguration: configuration))
        {
            return ((Status)int.Parse(Assert.Single(Rig.Log.Messages)), _captured);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        HostLog.Dispose();
    }
}
