using FirebaseAuth.Requests;
using FirebaseAuth.Tokens;

namespace FirebaseAuth;

/// <summary>One request: finds its token, judges it, and tells the upstream or refuses.</summary>
internal sealed class FirebaseAuthFilter(FirebaseAuthPlugin plugin) : HttpFilter
{
    private bool _isCookie;

    protected override FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        RemoveOurs(headers);
        if (IsPreflight(headers))
        {
            return default;
        }

        var gate = Find(headers, out var token);
        if (gate is null)
        {
            Conclude(headers, Verdict.Missing, null);
            return default;
        }

        var verdict = gate.Check(token, Clock.UnixSeconds, out var user);
        if (gate.MayChange(verdict) || (user is not null && plugin.Accounts is not null))
        {
            return CheckLaterAsync(headers, gate, token.ToArray(), verdict, user);
        }

        Conclude(headers, verdict, user);
        return default;
    }

    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        if (plugin.Settings.Emulator)
        {
            headers.Set("x-firebase-emulator"u8, "anyone can sign in"u8);
        }

        return FilterAction.Continue;
    }

    // What has to ask somebody else.
    private async FilterTask CheckLaterAsync(
        RequestHeaders headers, Gate gate, byte[] token, Verdict verdict, VerifiedToken? user)
    {
        if (gate.MayChange(verdict) && await gate.Source!.LookAsync())
        {
            verdict = gate.Check(token, Clock.UnixSeconds, out user);
        }

        if (user is not null && plugin.Accounts is { } accounts)
        {
            verdict = await accounts.CheckAsync(user);
        }

        Conclude(headers, verdict, user);
    }

    private void Conclude(RequestHeaders headers, Verdict verdict, VerifiedToken? user)
    {
        plugin.Denials.Count(verdict);
        if (verdict == Verdict.Granted)
        {
            foreach (var (name, value) in user!.Headers)
            {
                headers.Set(name, value);
            }

            RemoveToken(headers);
        }
        else if (verdict != Verdict.Missing || !plugin.Settings.Optional)
        {
            Respond(
                Denials.Status(verdict),
                default(ReadOnlySpan<byte>),
                plugin.Denials.Headers(verdict),
                Verdicts.Name(verdict));
        }
    }

    private Gate? Find(RequestHeaders headers, out ReadOnlySpan<byte> token)
    {
        headers.TryGet("authorization"u8, out var authorization);
        token = Credentials.Bearer(authorization);
        if (!token.IsEmpty)
        {
            return plugin.Bearers;
        }

        if (plugin.Sessions is null)
        {
            return null;
        }

        headers.TryGet("cookie"u8, out var cookies);
        token = Credentials.Cookie(cookies, plugin.CookieName);
        _isCookie = !token.IsEmpty;
        return _isCookie ? plugin.Sessions : null;
    }

    private void RemoveOurs(RequestHeaders headers)
    {
        foreach (var header in headers)
        {
            if (plugin.Headers.IsOurs(header.Name))
            {
                headers.Remove(header.Name);
            }
        }
    }

    private void RemoveToken(RequestHeaders headers)
    {
        if (plugin.Settings.RemoveToken)
        {
            headers.Remove(_isCookie ? "cookie"u8 : "authorization"u8);
        }
    }

    // A browser asks what it may send before it sends a token (Fetch standard, CORS preflight).
    private static bool IsPreflight(RequestHeaders headers) =>
        headers.TryGet(":method"u8, out var method) && method.SequenceEqual("OPTIONS"u8)
        && headers.Contains("origin"u8) && headers.Contains("access-control-request-method"u8);
}
