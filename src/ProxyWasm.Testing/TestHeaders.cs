using System.Collections;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing;

/// <summary>
/// Headers or trailers as they were at one moment, in order. Names are compared without regard to case; characters of
/// values stand for bytes (Latin-1). Immutable.
/// </summary>
public sealed class TestHeaders : IReadOnlyList<HeaderField>
{
    private readonly HeaderField[] _fields;

    internal TestHeaders(HeaderMap map)
    {
        _fields = new HeaderField[map.Count];
        for (var i = 0; i < _fields.Length; i++)
        {
            _fields[i] = map[i];
        }
    }

    internal TestHeaders(IEnumerable<HeaderField> fields) => _fields = [.. fields];

    /// <summary>Number of fields; a name with two values counts twice.</summary>
    public int Count => _fields.Length;

    /// <summary>The field at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public HeaderField this[int index] => _fields[index];

    /// <summary>The value of a name, several joined by <c>, </c>; null when the name is absent.</summary>
    public string? this[string name]
    {
        get
        {
            var values = Values(name);
            return values.Count == 0 ? null : string.Join(", ", values);
        }
    }

    /// <summary>All values of a name in order; empty when it is absent.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. _fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value)];

    /// <summary>Whether a name is present.</summary>
    public bool Contains(string name) => Values(name).Count > 0;

    /// <inheritdoc/>
    public IEnumerator<HeaderField> GetEnumerator() => ((IEnumerable<HeaderField>)_fields).GetEnumerator();

    /// <summary>One line <c>name: value</c> per field.</summary>
    public override string ToString() => string.Join('\n', _fields.Select(field => $"{field.Name}: {field.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
