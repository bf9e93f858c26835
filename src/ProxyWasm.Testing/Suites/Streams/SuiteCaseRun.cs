namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>Takes one case through its phases. After a local response the phases that remain are not run.</summary>
internal sealed class SuiteCaseRun(SuiteSession session, SuiteCase @case, SuiteChecks checks)
{
    private SuiteStream _stream = null!;

    /// <exception cref="SuiteRunException">The plugin failed.</exception>
    public void Run()
    {
        checks.CheckLog("plugin_init", @case.PluginInit);
        Phase("stream_init", () => _stream = new SuiteStream(session.Root));
        checks.CheckLog("stream_init", @case.StreamInit);
        PresentHeaders("request_headers", SuitePhase.RequestHeaders, @case.RequestHeaders);
        PresentBodies("request_body", SuitePhase.RequestBody, @case.RequestBody);
        PresentHeaders("response_headers", SuitePhase.ResponseHeaders, @case.ResponseHeaders);
        PresentBodies("response_body", SuitePhase.ResponseBody, @case.ResponseBody);
        Phase("stream_destroy", _stream.Finish);
        checks.CheckLog("stream_destroy", @case.StreamDestroy);
        session.Shutdown();
    }

    private void PresentHeaders(string name, SuitePhase phase, SuiteInvocation? invocation)
    {
        if (invocation is null)
        {
            return;
        }

        var result = new PhaseResult();
        session.Log.BeginPhase();
        if (_stream.Response is null)
        {
            var headers = invocation.Headers.Copy();
            session.Run(name, () => result.Passes = _stream.Present(phase, headers));
            result.Headers = headers;
            result.Take(_stream.Response);
        }

        checks.Check(name, invocation.Result, result);
    }

    private void PresentBodies(string name, SuitePhase phase, IReadOnlyList<SuiteInvocation> invocations)
    {
        foreach (var invocation in invocations)
        {
            var result = new PhaseResult();
            session.Log.BeginPhase();
            var chunks = BodyChunks.Of(invocation.Body, @case);
            for (var i = 0; i < chunks.Count && _stream.Response is null; i++)
            {
                var index = i;
                session.Run(name, () => _stream.Present(phase, chunks[index], index == chunks.Count - 1));
                result.Body.AddRange(_stream.Body.Span);
                result.Take(_stream.Response);
            }

            checks.Check(name, invocation.Result, result);
        }
    }

    private void Phase(string name, Action action)
    {
        session.Log.BeginPhase();
        session.Run(name, action);
    }
}
