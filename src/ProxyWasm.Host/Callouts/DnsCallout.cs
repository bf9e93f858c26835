using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Tracing;

namespace ProxyWasm.Host.Callouts;

/// <summary>A name that a plugin has looked up; one callback tells its addresses.</summary>
internal sealed class DnsCallout(RootContext root, int token, string name) : Callout(root, token, TimeLimit)
{
    public const string FunctionName = "envoy_resolve_dns";

    // The system's resolver tells no time to live. Envoy says a minute when its own is of that kind.
    private const uint SecondsToLive = 60;

    // More addresses than any name has; each costs the guest memory.
    private const int MaxAddresses = 1024;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    private byte[] _result = [];

    protected override string Function => FunctionName;

    protected override string Cluster => name;

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Vm.Services.ResolveName(name, cancellationToken);
            _result = Encode(addresses.AsSpan(0, Math.Min(addresses.Length, MaxAddresses)));
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            Log.NameNotResolved(Vm.Services.Log, Root.Options.Name, name, exception.Message);
        }
    }

    protected override void Complete()
    {
        Root.CallData = _result;
        Vm.Call(Root, "envoy_on_resolve_dns", Vm.Exports.OnResolveDns, Root.Id, Token, _result.Length);
        Vm.Drain();
        Root.CallData = default;
    }

    protected override void Describe(Activity span)
    {
        if (_result.Length == 0)
        {
            Spans.Fail(span, "unresolved");
        }
    }

    // Their number, the time to live of each, then each as "address:0" with a NUL at its end.
    private static byte[] Encode(ReadOnlySpan<IPAddress> addresses)
    {
        using var texts = new MemoryStream();
        var head = new byte[sizeof(uint) * (1 + addresses.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)addresses.Length);
        for (var i = 0; i < addresses.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(sizeof(uint) * (1 + i)), SecondsToLive);
            texts.Write(Encoding.ASCII.GetBytes($"{new IPEndPoint(addresses[i], 0)}\0"));
        }

        return [.. head, .. texts.ToArray()];
    }
}
