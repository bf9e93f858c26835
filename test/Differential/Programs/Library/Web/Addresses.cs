using System.Net;

namespace Library.Web;

public static class Addresses
{
    public static void Run()
    {
        foreach (var s in new[] { "127.0.0.1", "10.0.0.256", "::1", "2001:db8::ff00:42:8329", "fe80::1%3", "1.2.3", "0x7f.1", "::ffff:1.2.3.4", "abc", "" })
        {
            Out.Line(s + ": " + IPAddress.TryParse(s, out var a) + (a is null ? "" : a + " " + a.AddressFamily + IPAddress.IsLoopback(a) + a.GetAddressBytes().Length + a.IsIPv4MappedToIPv6 + a.IsIPv6LinkLocal));
        }

        Out.Line(new IPAddress([192, 168, 1, 7]) + " " + IPAddress.Any + IPAddress.IPv6Any + IPAddress.Parse("1.2.3.4").Equals(new IPAddress([1, 2, 3, 4])) + IPAddress.Parse("::ffff:1.2.3.4").MapToIPv4() + IPAddress.NetworkToHostOrder(1));
        var n = IPNetwork.Parse("10.1.0.0/16");
        Out.Line(n.Contains(IPAddress.Parse("10.1.200.3")) + " " + n.Contains(IPAddress.Parse("10.2.0.1")) + n.PrefixLength + n);
        Out.Line(IPEndPoint.Parse("1.2.3.4:80") + " " + IPEndPoint.TryParse("[::1]:443", out var e) + e.Port);
    }
}
