using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Http;

public sealed class HeaderMapTests
{
    private static readonly string[] Names =
        [":path", ":authority", "host", "Host", "x-a", "X-A", "x-b", "cookie", "content-type", "Set-Cookie", "via"];

    [Fact]
    public void Pseudo_headers_stand_in_front_in_the_order_of_their_arrival()
    {
        var map = new HeaderMap(HeaderMapKind.Request);
        map.Load("x-a", "1");
        map.Load(":path", "/");
        map.Add("x-b", "2");
        map.Add(":method", "GET");

        Assert.Equal([":path", ":method", "x-a", "x-b"], Fields(map).Select(static field => field.Name));
    }

    [Fact]
    public void Host_means_authority_in_requests_only()
    {
        var request = new HeaderMap(HeaderMapKind.Request);
        request.Load(":authority", "a");
        request.Replace("Host", "b");
        Assert.Equal("b", request.Get(":authority"));
        Assert.Equal("b", request.Get("host"u8));
        Assert.Equal(1, request.Count);
        request.Remove("host");
        Assert.Equal(0, request.Count);

        var response = new HeaderMap(HeaderMapKind.Response);
        response.Add("host", "c");
        Assert.Null(response.Get(":authority"));
    }

    [Fact]
    public void Changes_are_remembered_until_they_are_accepted()
    {
        var map = new HeaderMap(HeaderMapKind.Response);
        map.Load("x-a", "1");
        map.Remove("x-absent");
        Assert.False(map.IsChanged);

        map.Add("x-b", "1");
        map.Replace("x-c", "1");
        map.Remove("x-a");
        Assert.Equal(["x-b", "x-c", "x-a"], map.ChangedNames);
        map.AcceptChanges();
        Assert.False(map.IsChanged);

        map.ReplaceAll();
        Assert.True(map.IsReplaced);
        map.Reset();
        Assert.False(map.IsChanged);
    }

    [Fact]
    public void Several_received_values_are_one_field_where_a_name_may_stand_once()
    {
        var map = new HeaderMap(HeaderMapKind.Request);
        map.Load("accept", ["a", "b"]);
        map.Load("cookie", ["c", "d"]);
        map.Load("x-a", ["e", "f"]);

        Assert.Equal(
            [new("accept", "a,b"), new("cookie", "c; d"), new("x-a", "e"), new("x-a", "f")], Fields(map));
    }

    [Theory]
    [InlineData(HeaderMapKind.Request)]
    [InlineData(HeaderMapKind.Response)]
    [InlineData(HeaderMapKind.Trailers)]
    public void Random_operations_agree_with_a_plain_list(HeaderMapKind kind)
    {
        var random = RandomSeed.Create();
        for (var round = 0; round < 300; round++)
        {
            var map = new HeaderMap(kind);
            var model = new HeaderModel(kind);
            for (var step = 0; step < 40; step++)
            {
                Step(random, map, model);
                Assert.Equal(model.Fields, Fields(map));
                Assert.Equal(model.Fields.Sum(static field => field.Name.Length), map.NameBytes);
                Assert.Equal(model.Fields.Sum(static field => field.Value.Length), map.ValueBytes);
                var name = Names[random.Next(Names.Length)];
                Assert.Equal(model.Get(name), map.Get(name));
                Assert.Equal(model.Get(name), map.Get(System.Text.Encoding.ASCII.GetBytes(name)));
            }
        }
    }

    private static void Step(Random random, HeaderMap map, HeaderModel model)
    {
        var name = Names[random.Next(Names.Length)];
        var value = new string((char)('a' + random.Next(26)), random.Next(4));
        switch (random.Next(10))
        {
            case 0:
                map.ReplaceAll();
                model.Fields.Clear();
                break;
            case 1 or 2 or 3:
                map.Replace(name, value);
                model.Replace(name, value);
                break;
            case 4 or 5:
                map.Remove(name);
                model.Remove(name);
                break;
            case 6:
                map.Load(name, value);
                model.Insert(name, value);
                break;
            default:
                map.Add(name, value);
                model.Add(name, value);
                break;
        }
    }

    private static HeaderField[] Fields(HeaderMap map) => [.. Enumerable.Range(0, map.Count).Select(i => map[i])];
}
