namespace ProxyWasm.Testing.Suites;

/// <summary>A file of test cases cannot be used: it, or something that it names, is missing or wrong.</summary>
public sealed class SuiteException : Exception
{
    internal SuiteException(
        string id, SuitePlace place, string problem, string advice, Exception? cause = null)
        : base($"{place}: {problem} [{id}]", cause)
    {
        Id = id;
        Place = place;
        Advice = advice;
    }

    /// <summary>Stable id; see docs/errors.md.</summary>
    public string Id { get; }

    /// <summary>Where the problem is.</summary>
    public SuitePlace Place { get; }

    /// <summary>What to do about it.</summary>
    public string Advice { get; }

    internal static SuiteException Unreadable(SuitePlace place, string file, Exception cause) => new(
        "PW4001",
        place,
        $"cannot read {file}: {(Directory.Exists(file) ? "it is a directory" : Reason(cause))}",
        "Check the path; names in a suite are relative to its file",
        cause);

    internal static SuiteException Malformed(SuitePlace place, string problem, Exception? cause = null) => new(
        "PW4002", place, problem, "Correct the text at this place; quotes and brackets before it matter too", cause);

    internal static SuiteException UnknownField(SuitePlace place, string name, string message, string advice) => new(
        "PW4003", place, $"expected a field of {message}, found \"{name}\"", advice);

    internal static SuiteException BadValue(SuitePlace place, string problem, string advice) =>
        new("PW4004", place, problem, advice);

    internal static SuiteException BadPattern(SuitePlace place, string pattern, string reason, Exception? cause) => new(
        "PW4005",
        place,
        $"the pattern \"{pattern}\" is not a regular expression in RE2 syntax: {reason}",
        "Escape characters with a meaning of their own; RE2 has no look-around and no back references",
        cause);

    private static string Reason(Exception cause) =>
        cause is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : cause.Message;
}
