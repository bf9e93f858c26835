using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Reads what services answer.</summary>
internal static class AnswerReader
{
    private static readonly Dictionary<string, CalloutFailure> Failures = new(StringComparer.Ordinal)
    {
        ["no_healthy_upstream"] = CalloutFailure.NoHealthyUpstream,
        ["connection_failure"] = CalloutFailure.ConnectionFailure,
        ["connection_timeout"] = CalloutFailure.ConnectionTimeout,
        ["connection_termination"] = CalloutFailure.ConnectionTermination,
        ["remote_reset"] = CalloutFailure.RemoteReset,
        ["protocol_error"] = CalloutFailure.ProtocolError,
        ["overflow"] = CalloutFailure.Overflow,
    };

    public static ScriptedCluster ReadCluster(string name, SuiteNode node) =>
        node is ScalarNode { Text: "unavailable" }
            ? new ScriptedCluster(name, IsAvailable: false, [])
            : new ScriptedCluster(name, IsAvailable: true, [.. ValueReader.Items(node).Select(ReadRule)]);

    /// <summary>One of <c>reply</c>, <c>fail</c> and <c>grpc</c>; null when there is none.</summary>
    public static ScriptedAnswer? Read(MessageReader fields)
    {
        var reply = fields.Single("reply");
        var grpc = fields.Single("grpc");
        var failure = fields.Scalar("fail");
        if ((reply is null ? 0 : 1) + (grpc is null ? 0 : 1) + (failure is null ? 0 : 1) > 1)
        {
            throw SuiteException.BadValue(fields.Place, "reply, fail and grpc exclude each other", "Keep one of them");
        }

        if (failure is not null)
        {
            return new ScriptedAnswer { Failure = ReadFailure(failure) };
        }

        return reply is not null ? new ScriptedAnswer { Response = ReadReply(reply) }
            : grpc is not null ? new ScriptedAnswer { Grpc = ReadGrpc(grpc) }
            : null;
    }

    private static ScriptedRule ReadRule(SuiteNode node)
    {
        var fields = new MessageReader(node, "a rule");
        var after = fields.Single("after");
        var rule = new ScriptedRule(
            fields.Scalar("path")?.Text,
            after is null ? TimeSpan.Zero : ValueReader.Duration(after, "\"after\""),
            Read(fields));
        fields.Complete();
        return rule;
    }

    private static CalloutFailure ReadFailure(ScalarNode scalar) =>
        Failures.TryGetValue(scalar.Text, out var failure) ? failure : throw SuiteException.BadValue(
            scalar.Place,
            $"expected a failure for \"fail\", found \"{scalar.Text}\"",
            $"Take one of: {string.Join(", ", Failures.Keys)}");

    private static TestAnswer ReadReply(SuiteNode node)
    {
        var fields = new MessageReader(node, "a reply");
        var headers = fields.Single("headers");
        var trailers = fields.Single("trailers");
        var body = fields.Single("body");
        var answer = new TestAnswer((int)(fields.Number("status", 100, 999) ?? 200))
        {
            Headers = headers is null ? [] : ValueReader.Headers(headers, "headers"),
            Trailers = trailers is null ? [] : ValueReader.Headers(trailers, "trailers"),
            Body = body is null ? default : ValueReader.Bytes(body, "a body"),
        };
        fields.Complete();
        return answer;
    }

    private static ScriptedGrpc ReadGrpc(SuiteNode node)
    {
        var fields = new MessageReader(node, "a gRPC answer");
        var headers = fields.Single("headers");
        byte[][] messages = [.. fields.Repeated("messages").Select(item => ValueReader.Bytes(item, "a message"))];
        var isOpen = fields.Flag("open");
        if (isOpen && (fields.Scalar("status") ?? fields.Scalar("message")) is { } end)
        {
            throw SuiteException.BadValue(
                end.Place,
                "an answer that is open has no status yet",
                "Remove open, or give the status in a later step");
        }

        var answer = new ScriptedGrpc(
            headers is null ? [] : ValueReader.Headers(headers, "headers"),
            messages,
            isOpen,
            (GrpcStatus)(fields.Number("status", 0, 16) ?? 0),
            fields.Text("message"));
        fields.Complete();
        return answer;
    }
}
