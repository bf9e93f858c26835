namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>Holds what came out against what is expected, and collects the differences.</summary>
internal sealed class SuiteChecks(PhaseLog log)
{
    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures => _failures;

    public void Add(string failure) => _failures.Add(failure);

    public void CheckLog(string phase, SuiteExpectation expected) =>
        CheckAll(phase, "log line", expected.Log, log.Phase);

    public void Check(string phase, SuiteExpectation expected, PhaseResult result)
    {
        foreach (var (name, value) in expected.HasHeader)
        {
            var found = result.Headers.Find(name);
            if (found is null)
            {
                Add($"[{phase}] the header {name} is missing; it must be {SuiteMatcher.Show(value)}");
            }
            else if (!found.AsSpan().SequenceEqual(value))
            {
                Add($"[{phase}] the header {name} is {SuiteMatcher.Show(found)}, not {SuiteMatcher.Show(value)}");
            }
        }

        foreach (var name in expected.NoHeader)
        {
            if (result.Headers.Find(name) is { } found)
            {
                Add($"[{phase}] the header {name} must be absent, it is {SuiteMatcher.Show(found)}");
            }
        }

        CheckAll(phase, "header", expected.Headers, result.Headers.Lines());
        CheckAll(phase, "body", expected.Body, [result.Body.ToArray()]);
        CheckImmediate(phase, expected.Immediate, result);
        CheckLog(phase, expected);
    }

    private void CheckAll(
        string phase, string what, IReadOnlyList<SuiteMatcher> matchers, IReadOnlyList<byte[]> texts)
    {
        foreach (var matcher in matchers)
        {
            if (matcher.FindProblem(texts, what) is { } problem)
            {
                Add($"[{phase}] {problem}");
            }
        }
    }

    private void CheckImmediate(string phase, ImmediateExpectation? expected, PhaseResult result)
    {
        if (result.Response is not { } response)
        {
            if (expected is not null)
            {
                Add($"[{phase}] expected a local response, there is none");
            }
            else if (!result.Passes)
            {
                Add($"[{phase}] the plugin paused the headers without a local response; a suite cannot resume them");
            }

            return;
        }

        if (expected is null)
        {
            Add($"[{phase}] there is a local response with status {response.StatusCode}, expected none");
            return;
        }

        if (expected.HttpStatus is { } status && status != response.StatusCode)
        {
            Add($"[{phase}] the HTTP status is {response.StatusCode}, not {status}");
        }

        if (expected.GrpcStatus is { } grpcStatus && grpcStatus != response.GrpcStatus)
        {
            Add($"[{phase}] the gRPC status is {response.GrpcStatus}, not {grpcStatus}");
        }

        if (expected.Details is { } details && details != response.Details)
        {
            Add($"[{phase}] the details are \"{response.Details}\", not \"{details}\"");
        }
    }
}
