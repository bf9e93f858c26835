using System.Text;

namespace ProxyWasm.Testing.Suites;

/// <summary>
/// The header map of a suite: names without regard to case and in order, one value each. Several values of a name are
/// joined by <c>, </c>.
/// </summary>
internal sealed class SuiteHeaders
{
    private readonly SortedDictionary<string, byte[]> _values = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    /// <summary>Fields in the order of their lower-case names.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Fields => _values;

    public SuiteHeaders Copy()
    {
        var copy = new SuiteHeaders();
        foreach (var (name, value) in _values)
        {
            copy._values.Add(name, value);
        }

        return copy;
    }

    public byte[]? Find(string name) => _values.GetValueOrDefault(Lower(name));

    /// <summary>Adds a value to those of a name; an empty one is replaced.</summary>
    public void Add(string name, byte[] value)
    {
        var key = Lower(name);
        _values[key] = _values.TryGetValue(key, out var present) && present.Length > 0
            ? [.. present, .. ", "u8, .. value]
            : value;
    }

    public void Replace(string name, byte[] value) => _values[Lower(name)] = value;

    public void Remove(string name) => _values.Remove(Lower(name));

    public void Clear() => _values.Clear();

    /// <summary>One text <c>name: value</c> per field.</summary>
    public IReadOnlyList<byte[]> Lines() =>
        [.. _values.Select(field => (byte[])[.. Encoding.Latin1.GetBytes(field.Key), .. ": "u8, .. field.Value])];

    // ASCII only, whatever a name contains.
    private static string Lower(string name) => string.Create(name.Length, name, static (lower, source) =>
    {
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });
}
