using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Http;

/// <summary>What a header map must do, in the plainest way: a list that is searched from the start each time.</summary>
internal sealed class HeaderModel(HeaderMapKind kind)
{
    public List<HeaderField> Fields { get; } = [];

    public string? Get(string name) => Find(name) is var at and >= 0 ? Fields[at].Value : null;

    public void Insert(string name, string value)
    {
        var at = name[0] == ':' ? Fields.Count(static field => field.Name[0] == ':') : Fields.Count;
        Fields.Insert(at, new HeaderField(name, value));
    }

    public void Add(string name, string value)
    {
        name = Canonical(name);
        var separator = (name, kind) switch
        {
            ("cookie", HeaderMapKind.Request) => "; ",
            (":path" or ":authority", HeaderMapKind.Request) => ",",
            ("content-type" or "via", not HeaderMapKind.Trailers) => ",",
            _ => null,
        };
        var at = Find(name);
        if (separator is null || at < 0)
        {
            Insert(name, value);
            return;
        }

        Fields[at] = Fields[at] with { Value = Fields[at].Value + separator + value };
    }

    public void Replace(string name, string value)
    {
        name = Canonical(name);
        var at = Find(name);
        if (at < 0)
        {
            Insert(name, value);
            return;
        }

        Fields[at] = Fields[at] with { Value = value };
        for (var i = Fields.Count - 1; i > at; i--)
        {
            if (IsSame(Fields[i].Name, name))
            {
                Fields.RemoveAt(i);
            }
        }
    }

    public void Remove(string name) => Fields.RemoveAll(field => IsSame(field.Name, Canonical(name)));

    private int Find(string name) => Fields.FindIndex(field => IsSame(field.Name, Canonical(name)));

    private string Canonical(string name) =>
        kind == HeaderMapKind.Request && IsSame(name, "host") ? ":authority" : name;

    private static bool IsSame(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
