namespace ProxyWasm.Testing.Suites;

/// <summary>One test of a suite. Phases that are null or empty are not run.</summary>
internal sealed record SuiteCase
{
    public required string Name { get; init; }

    public required SuitePlace Place { get; init; }

    public bool IsBenchmark { get; init; }

    /// <summary>Into how many chunks each body is cut; 0 for no such plan.</summary>
    public int ChunkCount { get; init; }

    /// <summary>Bytes of each chunk; 0 for no such plan.</summary>
    public int ChunkBytes { get; init; }

    /// <summary>Values by path, with dots between its segments.</summary>
    public required IReadOnlyDictionary<string, byte[]> Properties { get; init; }

    public SuiteInvocation? RequestHeaders { get; init; }

    public required IReadOnlyList<SuiteInvocation> RequestBody { get; init; }

    public SuiteInvocation? ResponseHeaders { get; init; }

    public required IReadOnlyList<SuiteInvocation> ResponseBody { get; init; }

    public required SuiteExpectation PluginInit { get; init; }

    public required SuiteExpectation StreamInit { get; init; }

    public required SuiteExpectation StreamDestroy { get; init; }
}
