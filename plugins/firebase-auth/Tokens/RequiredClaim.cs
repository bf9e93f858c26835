namespace FirebaseAuth.Tokens;

/// <summary>
/// A claim with the value it must have, as JSON writes it (strings without quotes), or contain if it is a list.
/// </summary>
internal sealed record RequiredClaim(byte[] Name, byte[] Value, bool IsText);
