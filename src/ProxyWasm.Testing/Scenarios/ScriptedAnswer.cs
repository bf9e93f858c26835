using ProxyWasm.Host.Callouts;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>An answer to a call of the plugin: one of the three is set.</summary>
internal sealed record ScriptedAnswer
{
    public TestAnswer? Response { get; init; }

    public CalloutFailure? Failure { get; init; }

    /// <summary>Messages, then a status; for a gRPC call.</summary>
    public ScriptedGrpc? Grpc { get; init; }

    public void Give(TestCall call)
    {
        if (Response is { } response)
        {
            call.Answer(response);
        }
        else if (Failure is { } failure)
        {
            call.Break(failure);
        }
        else
        {
            Grpc?.Give(call);
        }
    }
}
