namespace ProxyWasm.Host.Callouts;

/// <summary>What became of a callout before its body: a response, or the reason why there is none.</summary>
public readonly record struct CalloutResult
{
    /// <summary>Makes a result with a response, which the receiver of the result disposes.</summary>
    public CalloutResult(CalloutResponse response) => Response = response;

    /// <summary>Makes a result without response.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="detail">The cause in a few words of ASCII for the plugin: <c>Connection refused</c>.</param>
    public CalloutResult(CalloutFailure failure, string detail = "")
    {
        Failure = failure;
        Detail = detail;
    }

    /// <summary>The response; null after a failure.</summary>
    public CalloutResponse? Response { get; }

    /// <summary>Why there is no response.</summary>
    public CalloutFailure Failure { get; }

    /// <summary>The cause in a few words; may be empty or null.</summary>
    public string? Detail { get; }
}
