using System.Runtime.CompilerServices;
using System.Text;
using FirebaseAuth.Signatures;
using FirebaseAuth.Tokens;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Our verdicts are those of firebase-admin, but for the differences that the README of the plugin lists.</summary>
public sealed class OracleTests(KeyFixture keys) : IClassFixture<KeyFixture>
{
    [Fact]
    public async Task Verdicts_differ_from_those_of_firebase_admin_only_as_documented()
    {
        using var third = new SigningKey("third");
        OraclePhase[] phases =
        [
            new(TokenMaker.Now, [keys.First, keys.Second], [.. Cases(third)]),
            new(TokenMaker.Now + 1000, [keys.Second, third], [.. RotatedCases(third)]),
        ];
        Assert.True(phases.Sum(phase => phase.Cases.Count) >= 300);

        var verdicts = await Oracle.JudgeAsync(TokenMaker.Project, phases);

        var problems = new List<string>();
        var seen = new HashSet<string>();
        foreach (var (phase, reasons) in phases.Zip(verdicts))
        {
            foreach (var (one, reason) in phase.Cases.Zip(reasons))
            {
                var ours = Verify(one, phase);
                if (!IsExpected(one, ours == Verdict.Granted, reason is null))
                {
                    problems.Add($"{one.Name} ({one.Difference ?? "no difference"}): ours {ours}, theirs {reason ?? "Granted"}");
                }

                seen.Add(one.Difference ?? "");
            }
        }

        Assert.Empty(problems);
        Assert.Empty(Differences.Laxer.Concat(Differences.Stricter).Except(seen));
    }

    [Fact]
    public void The_differences_are_listed_in_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(SourceDirectory(), "../../../../plugins/firebase-auth/README.md"));
        Assert.All(Differences.Laxer.Concat(Differences.Stricter), name => Assert.Contains($"| `{name}` |", readme, StringComparison.Ordinal));
    }

    private static bool IsExpected(TokenCase one, bool ours, bool theirs)
    {
        if (one.Difference is null)
        {
            return ours == theirs;
        }

        return Differences.Laxer.Contains(one.Difference) ? ours && !theirs : !ours && theirs;
    }

    private static Verdict Verify(TokenCase one, OraclePhase phase)
    {
        var policy = new TokenPolicy(TokenMaker.Project, one.Kind);
        var verifier = new TokenVerifier(policy, new ManagedSignatureCheck(), new ClaimHeaders("x-firebase-", []));
        return verifier.Verify(Encoding.UTF8.GetBytes(one.Token), phase.Now, SigningKey.Set([.. phase.Keys]), out _);
    }

    private IEnumerable<TokenCase> Cases(SigningKey stranger) =>
    [
        .. ClaimCases.All(keys.First), .. TimeCases.All(keys.First), .. HeaderCases.All(keys.First, keys.Second),
        .. EncodingCases.All(keys.First), .. RandomCases.All(keys.First),
        new("second key", TokenMaker.Sign(keys.Second)),
        new("key of a stranger", TokenMaker.Sign(stranger)),
        new("stranger under a known id", TokenMaker.Sign(stranger, header: TokenMaker.Header(keys.First))),
        new("cookie of the second key", TokenMaker.Sign(keys.Second, TokenMaker.CookieClaims()), Kind: TokenKind.SessionCookie),
    ];

    // The first key is withdrawn, a third one is new.
    private IEnumerable<TokenCase> RotatedCases(SigningKey third)
    {
        const long Now = TokenMaker.Now + 1000;
        foreach (var key in new[] { keys.First, keys.Second, third })
        {
            yield return new TokenCase($"rotated: {key.Id}", TokenMaker.Sign(key, TokenMaker.Claims(Now)));
            yield return new TokenCase($"rotated: cookie of {key.Id}", TokenMaker.Sign(key, TokenMaker.CookieClaims(Now)), Kind: TokenKind.SessionCookie);
        }

        yield return new TokenCase("rotated: first under a known id", TokenMaker.Sign(keys.First, TokenMaker.Claims(Now), TokenMaker.Header(third)));
    }

    private static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
