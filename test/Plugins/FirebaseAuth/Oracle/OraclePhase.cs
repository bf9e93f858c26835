namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>A moment, the keys that the key server has then, and what is judged then.</summary>
internal sealed record OraclePhase(long Now, IReadOnlyList<SigningKey> Keys, IReadOnlyList<TokenCase> Cases);
