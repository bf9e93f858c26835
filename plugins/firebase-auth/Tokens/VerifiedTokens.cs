using System.Buffers.Binary;
using FirebaseAuth.Keys;

namespace FirebaseAuth.Tokens;

/// <summary>
/// Tokens that were found good, so that the next request with the same token costs a comparison. Each token has four
/// places where it may be; when they are taken the one that ends first makes room.
/// </summary>
internal sealed class VerifiedTokens
{
    private const int Ways = 4;

    private readonly VerifiedToken?[] _places;

    /// <summary>Room for at most so many tokens, rounded up to a power of two; 0 for none.</summary>
    public VerifiedTokens(int capacity)
    {
        var size = capacity == 0 ? 0 : Ways;
        while (size < capacity)
        {
            size *= 2;
        }

        _places = new VerifiedToken?[size];
    }

    /// <summary>The token if it is here and still good.</summary>
    public VerifiedToken? Find(ReadOnlySpan<byte> token, long now)
    {
        foreach (var entry in Row(token))
        {
            if (entry is not null && token.SequenceEqual(entry.Text))
            {
                return now < entry.ValidUntil ? entry : null;
            }
        }

        return null;
    }

    /// <summary>Keeps a token that <see cref="Find"/> did not know.</summary>
    public void Add(VerifiedToken token)
    {
        var row = Row(token.Text);
        var place = 0;
        for (var index = 0; index < row.Length; index++)
        {
            if (row[index] is not { } entry || token.Text.AsSpan().SequenceEqual(entry.Text))
            {
                place = index;
                break;
            }

            if (entry.ValidUntil < row[place]!.ValidUntil)
            {
                place = index;
            }
        }

        if (!row.IsEmpty)
        {
            row[place] = token;
        }
    }

    /// <summary>Forgets the tokens that were signed with keys that Google has withdrawn.</summary>
    public void KeepSignedWith(KeySet keys)
    {
        foreach (ref var place in _places.AsSpan())
        {
            if (place is { Key: { } key, KeyId: var id } && !(keys.Find(id) is { } known && known.IsSame(key)))
            {
                place = null;
            }
        }
    }

    /// <summary>Forgets one token.</summary>
    public void Remove(VerifiedToken token)
    {
        foreach (ref var place in Row(token.Text))
        {
            if (ReferenceEquals(place, token))
            {
                place = null;
            }
        }
    }

    // The end of a token is its signature: as good as random, and nobody can choose it who cannot sign.
    private Span<VerifiedToken?> Row(ReadOnlySpan<byte> token)
    {
        if (_places.Length == 0 || token.Length < sizeof(ulong))
        {
            return [];
        }

        var mixed = BinaryPrimitives.ReadUInt64LittleEndian(token[^sizeof(ulong)..]) * 0x9E3779B97F4A7C15;
        var row = (int)(mixed >> 40) & ((_places.Length / Ways) - 1);
        return _places.AsSpan(row * Ways, Ways);
    }
}
