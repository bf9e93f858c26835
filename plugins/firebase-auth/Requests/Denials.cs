using FirebaseAuth.Tokens;

namespace FirebaseAuth.Requests;

/// <summary>How requests are counted and refused (RFC 6750, 3).</summary>
internal sealed class Denials(string realm)
{
    private readonly Counter?[] _counters = new Counter?[Verdicts.Count];

    public void Count(Verdict verdict)
    {
        var counter = _counters[(int)verdict] ??= new Counter(verdict == Verdict.Granted
            ? "firebase_auth.granted"
            : "firebase_auth.denied." + Verdicts.Name(verdict));
        counter.Add();
    }

    public static int Status(Verdict verdict) => Verdicts.IsOurFault(verdict) ? 503 : 401;

    public HeaderList Headers(Verdict verdict)
    {
        if (Verdicts.IsOurFault(verdict))
        {
            return new HeaderList { { "retry-after", "1" } };
        }

        var challenge = "Bearer realm=\"" + realm + "\"";
        if (verdict != Verdict.Missing)
        {
            challenge += ", error=\"invalid_token\", error_description=\"" + Verdicts.Name(verdict) + "\"";
        }

        return new HeaderList { { "www-authenticate", challenge } };
    }
}
