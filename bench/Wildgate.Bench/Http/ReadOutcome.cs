namespace Wildgate.Bench.Http;

/// <summary>What became of the bytes given to a reader.</summary>
internal enum ReadOutcome
{
    /// <summary>All bytes were taken and the message goes on.</summary>
    NeedMore,

    /// <summary>The message ends here; bytes after it were not taken.</summary>
    Complete,

    /// <summary>The bytes are not HTTP/1.1; the reader's error says why.</summary>
    Malformed,
}
