namespace ProxyWasm.Sdk.Async;

/// <summary>Something that is to happen at a time.</summary>
internal interface IDueWork
{
    /// <summary>When, in nanoseconds since 1970.</summary>
    ulong Due { get; }

    /// <summary>The time has come; it is not waited for any more.</summary>
    void Run();
}
