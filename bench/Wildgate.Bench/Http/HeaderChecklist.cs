namespace Wildgate.Bench.Http;

/// <summary>Ticks off expected headers while one message is read; belongs to one parser.</summary>
internal sealed class HeaderChecklist
{
    private readonly HeaderExpectation[] _expected;
    private readonly bool[] _seen;

    public HeaderChecklist(IEnumerable<HeaderExpectation> expected)
    {
        _expected = [.. expected];
        _seen = new bool[_expected.Length];
    }

    /// <summary>The first expectation the message did not meet, or null.</summary>
    public HeaderExpectation? FirstMissing
    {
        get
        {
            var index = Array.IndexOf(_seen, false);
            return index < 0 ? null : _expected[index];
        }
    }

    public void Reset() => Array.Clear(_seen);

    public void Observe(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < _expected.Length; i++)
        {
            _seen[i] |= _expected[i].Matches(name, value);
        }
    }
}
