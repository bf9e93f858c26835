using System.Text;

namespace ProxyWasm.Host.Http;

/// <summary>
/// The header map that plugins see: ordered, with multiple values, names compared without regard to ASCII case, pseudo
/// headers first. It remembers which names changed, so that an adapter writes back only those.
/// </summary>
/// <remarks>
/// Values are Latin-1: one character is one byte, so any byte survives the way through. Reused from stream to stream;
/// not thread-safe.
/// </remarks>
public sealed class HeaderMap
{
    private readonly List<HeaderField> _fields = [];
    private readonly List<string> _changed = [];
    private int _pseudoCount;

    /// <summary>Creates an empty map.</summary>
    /// <param name="kind">What the map holds.</param>
    public HeaderMap(HeaderMapKind kind) => Kind = kind;

    /// <summary>What the map holds.</summary>
    public HeaderMapKind Kind { get; }

    /// <summary>Number of fields; a name with two values counts twice, pseudo headers count too.</summary>
    public int Count => _fields.Count;

    /// <summary>Sum of the lengths of all names.</summary>
    public int NameBytes { get; private set; }

    /// <summary>Sum of the lengths of all values.</summary>
    public int ValueBytes { get; private set; }

    /// <summary>Names touched since <see cref="AcceptChanges"/>; a name may occur twice.</summary>
    public IReadOnlyList<string> ChangedNames => _changed;

    /// <summary>Whether everything was replaced at once; then <see cref="ChangedNames"/> is not complete.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Whether anything changed since <see cref="AcceptChanges"/>.</summary>
    public bool IsChanged => IsReplaced || _changed.Count > 0;

    /// <summary>The field at a position, 0 to <see cref="Count"/> − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside of the map.</exception>
    public HeaderField this[int index] => _fields[index];

    /// <summary>Appends a field as received: nothing is joined and no change is recorded.</summary>
    public void Load(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        Insert(name, value);
    }

    /// <summary>
    /// Loads several values received for one name: as one field where the name may stand only once, else as several.
    /// </summary>
    public void Load(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (InlineHeaders.SeparatorOf(name, Kind) is { } separator)
        {
            Load(name, string.Join(separator, values));
            return;
        }

        foreach (var value in values)
        {
            Load(name, value);
        }
    }

    /// <summary>The first value of a name, or null when absent.</summary>
    public string? Get(ReadOnlySpan<char> name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : _fields[index].Value;
    }

    /// <summary>The first value of a name given as bytes, or null when absent.</summary>
    public string? Get(ReadOnlySpan<byte> name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : _fields[index].Value;
    }

    /// <summary>
    /// Adds a value. Names that may stand only once (Envoy's inline headers) join it to the present value with a comma,
    /// <c>cookie</c> with a semicolon; for others a second field is made.
    /// </summary>
    public void Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = Canonical(name);
        _changed.Add(name);
        var separator = InlineHeaders.SeparatorOf(name, Kind);
        var index = separator is null ? -1 : IndexOf(name);
        if (index < 0)
        {
            Insert(name, value);
            return;
        }

        var joined = string.Concat(_fields[index].Value, separator, value);
        ValueBytes += joined.Length - _fields[index].Value.Length;
        _fields[index] = new HeaderField(_fields[index].Name, joined);
    }

    /// <summary>Removes all values of a name and sets one, at the place of the first; creates it when absent.</summary>
    public void Replace(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        name = Canonical(name);
        _changed.Add(name);
        var index = IndexOf(name);
        if (index < 0)
        {
            Insert(name, value);
            return;
        }

        ValueBytes += value.Length - _fields[index].Value.Length;
        _fields[index] = new HeaderField(_fields[index].Name, value);
        for (var i = _fields.Count - 1; i > index; i--)
        {
            if (name.Equals(_fields[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                RemoveAt(i);
            }
        }
    }

    /// <summary>Removes all values of a name; absent names are no error.</summary>
    public void Remove(ReadOnlySpan<char> name)
    {
        var first = IndexOf(name);
        if (first < 0)
        {
            return;
        }

        var removed = _fields[first].Name;
        _changed.Add(removed);
        for (var i = _fields.Count - 1; i >= first; i--)
        {
            if (removed.Equals(_fields[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                RemoveAt(i);
            }
        }
    }

    /// <summary>Removes every field, as the first step of replacing all.</summary>
    public void ReplaceAll()
    {
        Empty();
        IsReplaced = true;
    }

    /// <summary>Forgets what changed, after it was written back.</summary>
    public void AcceptChanges()
    {
        _changed.Clear();
        IsReplaced = false;
    }

    /// <summary>Makes the map empty and unchanged, ready for another stream.</summary>
    public void Reset()
    {
        Empty();
        AcceptChanges();
    }

    /// <summary>
    /// Position of the first field of a name, or −1; <c>host</c> finds <c>:authority</c> of a request.
    /// </summary>
    public int IndexOf(ReadOnlySpan<char> name)
    {
        name = Canonical(name);
        for (var i = 0; i < _fields.Count; i++)
        {
            if (name.Equals(_fields[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>As <see cref="IndexOf(ReadOnlySpan{char})"/>, for a name in bytes.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        if (Kind == HeaderMapKind.Request && Ascii.EqualsIgnoreCase(name, "host"u8))
        {
            name = ":authority"u8;
        }

        for (var i = 0; i < _fields.Count; i++)
        {
            var candidate = _fields[i].Name;
            if (candidate.Length == name.Length && Ascii.EqualsIgnoreCase(name, candidate))
            {
                return i;
            }
        }

        return -1;
    }

    // Envoy's request map has one slot for both spellings.
    private string Canonical(string name) =>
        Kind == HeaderMapKind.Request && name.Equals("host", StringComparison.OrdinalIgnoreCase) ? ":authority" : name;

    private ReadOnlySpan<char> Canonical(ReadOnlySpan<char> name) =>
        Kind == HeaderMapKind.Request && name.Equals("host", StringComparison.OrdinalIgnoreCase) ? ":authority" : name;

    private void Insert(string name, string value)
    {
        NameBytes += name.Length;
        ValueBytes += value.Length;
        if (name.StartsWith(':'))
        {
            _fields.Insert(_pseudoCount++, new HeaderField(name, value));
            return;
        }

        _fields.Add(new HeaderField(name, value));
    }

    private void RemoveAt(int index)
    {
        var field = _fields[index];
        NameBytes -= field.Name.Length;
        ValueBytes -= field.Value.Length;
        if (index < _pseudoCount)
        {
            _pseudoCount--;
        }

        _fields.RemoveAt(index);
    }

    private void Empty()
    {
        _fields.Clear();
        _pseudoCount = 0;
        NameBytes = 0;
        ValueBytes = 0;
    }
}
