using FirebaseAuth.Tokens;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>A token for both verifiers, and in which documented way their verdicts differ, null when they must agree.</summary>
internal sealed record TokenCase(string Name, string Token, string? Difference = null, TokenKind Kind = TokenKind.IdToken);
