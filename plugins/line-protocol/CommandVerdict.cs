namespace LineProtocol;

/// <summary>What is to become of the bytes of a connection that were read so far.</summary>
internal enum CommandVerdict
{
    /// <summary>Everything was read and may pass.</summary>
    Pass,

    /// <summary>The last line has no end yet: nobody can say whether it may pass.</summary>
    Incomplete,

    /// <summary>A command that is not allowed.</summary>
    Denied,

    /// <summary>A line longer than allowed, without a command, or with a length of payload that is none.</summary>
    Malformed,
}
