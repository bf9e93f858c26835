using System.Buffers.Binary;
using System.Text;

namespace ProxyWasm.Host.Tests.Isolation;

/// <summary>Bytes that mean something to host functions, and where they lie in the memory of the guest.</summary>
internal static class GuestTexts
{
    public const int Address = 0x400;

    private static readonly Dictionary<string, byte[][]> ByParameter = new()
    {
        ["upstream"] = [Text("web"), Text("down"), Text("nowhere")],
        ["headers"] = [CallHeaders, Pairs(("x-name", "value"), ("content-type", "application/grpc")), Truncated],
        ["pairs"] = [Pairs(("x-name", "value"), (":path", "/changed")), Pairs(), Truncated],
        ["trailers"] = [Pairs(("x-trailer", "end")), Truncated],
        ["metadata"] = [Pairs(("x-name", "value")), Pairs()],
        ["key"] = [Text("x-name"), Text(":path"), Text(":status"), Text("content-length"), Text("X-UPPER"), Text("")],
        ["value"] = [Text("value"), Text("200"), Text("a\r\nb"), Text("-1"), Text("/a?b")],
        ["path"] =
        [
            Text("request\0path"), Text("request\0headers\0x-name"), Text("response\0code"), Text("plugin_name"),
            Text("a\0b"), Text("source\0port"), Text("\0\0\0"),
        ],
        ["name"] =
        [
            Text("compress"), Text("uncompress"), Text("clear_route_cache"), Text("set_envoy_filter_state"),
            Text("declare_property"), Text("verify_signature"), Text("sign"), Text("queue"), Text("metric"),
        ],
        ["arguments"] = [Text(new string('x', 2000)), [0x78, 0x9c, 0xff, 0xff, 0xff], [10, 1, 97, 18, 1, 98, 24, 1]],
        ["vm_id"] = [Text(""), Text("other")],
        ["body"] = [Text("body"), Text(new string('b', 5000))],
        ["iovs"] = [[0, 4, 0, 0, 9, 0, 0, 0, 0, 8, 0, 0, 255, 0, 0, 0]],
    };

    static GuestTexts()
    {
        var all = new List<byte>();
        foreach (var (parameter, texts) in ByParameter)
        {
            var places = new List<(int Address, int Size)>();
            foreach (var text in texts)
            {
                places.Add((Address + all.Count, text.Length));
                all.AddRange(text);
            }

            Places.Add(parameter, [.. places]);
        }

        All = [.. all];
    }

    /// <summary>Everything, to be copied to <see cref="Address"/>.</summary>
    public static byte[] All { get; }

    private static Dictionary<string, (int Address, int Size)[]> Places { get; } = [];

    private static byte[] CallHeaders => Pairs((":method", "POST"), (":path", "/call"), (":authority", "web"));

    private static byte[] Truncated => CallHeaders[..^5];

    /// <summary>Bytes that suit a parameter, now and then those of another one.</summary>
    public static (int Address, int Size) Choose(Random random, string parameter)
    {
        if (!Places.TryGetValue(parameter, out var places) || random.Next(8) == 0)
        {
            places = Places.Values.ElementAt(random.Next(Places.Count));
        }

        return places[random.Next(places.Length)];
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Pairs(params (string Name, string Value)[] pairs)
    {
        var sizes = new byte[4 + (8 * pairs.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(sizes, pairs.Length);
        for (var i = 0; i < pairs.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(sizes.AsSpan(4 + (8 * i)), pairs[i].Name.Length);
            BinaryPrimitives.WriteInt32LittleEndian(sizes.AsSpan(8 + (8 * i)), pairs[i].Value.Length);
        }

        return [.. sizes, .. pairs.SelectMany(pair => Text($"{pair.Name}\0{pair.Value}\0"))];
    }
}
