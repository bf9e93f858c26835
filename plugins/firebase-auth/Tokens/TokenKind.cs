namespace FirebaseAuth.Tokens;

/// <summary>What a client presents.</summary>
internal enum TokenKind
{
    IdToken,
    SessionCookie,

    /// <summary>An unsigned token of the Firebase emulator: anyone can make one.</summary>
    EmulatorToken,
}
