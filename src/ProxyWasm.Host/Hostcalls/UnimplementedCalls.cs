using ProxyWasm.Abi;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>
/// Host functions of the ABI that this version does not carry out. They are linked, so that modules load, and answer
/// <see cref="Status.Unimplemented"/>.
/// </summary>
internal static class UnimplementedCalls
{
    private const int Answer = (int)Status.Unimplemented;

    public static IReadOnlySet<string> Names { get; } = new HashSet<string>
    {
        "envoy_resolve_dns",
    };

    public static void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int>("envoy_resolve_dns", static (_, _, _) => Answer);
    }
}
