using FirebaseAuth.Keys;

namespace FirebaseAuth.Tokens;

/// <summary>A token that was found good, and all that is needed to let it pass again.</summary>
internal sealed class VerifiedToken
{
    /// <summary>The token as the client sent it.</summary>
    public required byte[] Text { get; init; }

    public required byte[] UserId { get; init; }

    /// <summary>The first second at which it is not good any more, skew included.</summary>
    public required long ValidUntil { get; init; }

    /// <summary>When the user signed in.</summary>
    public required long SignedInAt { get; init; }

    public required byte[] KeyId { get; init; }

    /// <summary>The key that signed it, null for tokens of the emulator.</summary>
    public required RsaKey? Key { get; init; }

    /// <summary>What the upstream is told.</summary>
    public required (byte[] Name, byte[] Value)[] Headers { get; init; }
}
