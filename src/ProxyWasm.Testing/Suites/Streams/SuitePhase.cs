namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>Which callback of a stream runs; decides what the plugin can reach.</summary>
internal enum SuitePhase
{
    /// <summary>None of those below: creation, or the end.</summary>
    None,

    /// <summary><c>proxy_on_request_headers</c>.</summary>
    RequestHeaders,

    /// <summary><c>proxy_on_request_body</c>.</summary>
    RequestBody,

    /// <summary><c>proxy_on_response_headers</c>.</summary>
    ResponseHeaders,

    /// <summary><c>proxy_on_response_body</c>.</summary>
    ResponseBody,
}
