using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;

namespace ProxyWasm.Testing;

/// <summary>
/// How an upstream answers certain calls. A rule without an answer lets them run into their time limit.
/// </summary>
public sealed class TestRule
{
    private readonly Func<TestCall, bool> _matches;
    private Action<TestCall>? _answer;
    private TimeSpan _delay;

    internal TestRule(Func<TestCall, bool> matches) => _matches = matches;

    /// <summary>Answers only after a time on the test host's clock.</summary>
    public TestRule After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _delay = delay;
        return this;
    }

    /// <summary>Answers with a response.</summary>
    public void Reply(int status, string body = "", params IReadOnlyList<(string Name, string Value)> headers) =>
        _answer = call => call.Answer(new TestAnswer(status, body) { Headers = headers });

    /// <summary>Answers with a response that may depend on the call.</summary>
    public void Reply(Func<TestCall, TestAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answer = call => call.Answer(answer(call));
    }

    /// <summary>Answers a gRPC call with one message and the status OK.</summary>
    public void ReplyGrpc(ReadOnlyMemory<byte> message) => _answer = call =>
    {
        call.AcceptGrpc([]);
        call.PushMessage(message);
        call.EndGrpc(GrpcStatus.Ok, "");
    };

    /// <summary>Answers a gRPC call with a status and no message.</summary>
    public void ReplyGrpc(GrpcStatus status, string message) => _answer = call =>
    {
        call.AcceptGrpc([]);
        call.EndGrpc(status, message);
    };

    /// <summary>Lets calls fail without an answer.</summary>
    public void Fail(CalloutFailure failure = CalloutFailure.ConnectionFailure) =>
        _answer = call => call.Break(failure);

    /// <summary>Never answers, as before an answer was given.</summary>
    public void TimeOut() => _answer = null;

    internal void Give(Scenarios.ScriptedAnswer? answer) => _answer = answer is null ? null : answer.Give;

    internal bool Fits(TestCall call) => _matches(call);

    internal void Apply(TestCall call, TimeProvider clock)
    {
        if (_answer is not { } answer)
        {
            return;
        }

        if (_delay == TimeSpan.Zero)
        {
            answer(call);
            return;
        }

        clock.CreateTimer(_ => answer(call), null, _delay, Timeout.InfiniteTimeSpan);
    }
}
