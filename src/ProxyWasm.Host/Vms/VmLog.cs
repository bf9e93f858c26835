using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// Log records of a virtual machine, whether its guest writes them or the host because of what the guest did.
/// </summary>
internal sealed class VmLog(Vm vm)
{
    public LogLevel Level => vm.Services.PluginLog.Level;

    public bool IsEnabled(LogLevel level) => level >= Level;

    /// <summary>Logs text of the guest; bytes that are not UTF-8 are replaced.</summary>
    public void Write(LogLevel level, ReadOnlySpan<byte> message)
    {
        if (IsEnabled(level))
        {
            Write(level, Encoding.UTF8.GetString(message), isHostRemark: false);
        }
    }

    /// <summary>Logs what the host has to say about the guest.</summary>
    public void Write(LogLevel level, string message)
    {
        if (IsEnabled(level))
        {
            Write(level, message, isHostRemark: true);
        }
    }

    private void Write(LogLevel level, string message, bool isHostRemark)
    {
        var context = vm.Effective;
        var name = context.Root?.Options.Name ?? vm.Definition.ModuleName;
        var rootId = context.Root?.Options.RootId ?? "";
        vm.Services.PluginLog.Write(new PluginLogRecord(name, rootId, vm.Definition.VmId, context.Id, level, message)
        {
            Callback = vm.LastCallback,
            IsHostRemark = isHostRemark,
        });
    }
}
