using FirebaseAuth.Configuration;
using FirebaseAuth.Tokens;

namespace FirebaseAuth.Accounts;

/// <summary>
/// Asks Identity Toolkit whether a user was disabled or a session revoked since the token was signed.
/// </summary>
internal sealed class AccountLookup(RevocationConfig config)
{
    private readonly AccountCache _cache = new(config.CacheSeconds);

    public async FilterTask<Verdict> CheckAsync(VerifiedToken user)
    {
        if (_cache.TryFind(user.UserId, Clock.UnixSeconds, out var known))
        {
            return known.Judge(user);
        }

        var answer = await Upstream.SendAsync(new HttpRequest(config.Cluster)
        {
            Method = "POST",
            Authority = config.Host,
            Path = "/v1/accounts:lookup?key=" + config.ApiKey,
            Headers = new HeaderList { { "content-type", "application/json" } },
            Body = Question(user.Text),
            Timeout = TimeSpan.FromMilliseconds(config.TimeoutMilliseconds),
        });

        if (answer.Status == 200 && AccountState.TryRead(answer.Body.Span, user.UserId, out var state))
        {
            _cache.Add(user.UserId, state, Clock.UnixSeconds);
            return state.Judge(user);
        }

        Log.Warn($"nothing could be found out of a user from the cluster '{config.Cluster}': status {answer.Status}");
        return config.AllowOnFailure ? Verdict.Granted : Verdict.LookupFailed;
    }

    // A token that was verified has nothing in it that JSON would escape.
    private static byte[] Question(ReadOnlySpan<byte> token)
    {
        var before = "{\"idToken\":\""u8;
        var after = "\"}"u8;
        return [.. before, .. token, .. after];
    }
}
