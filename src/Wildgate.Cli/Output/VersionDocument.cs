namespace Wildgate.Cli.Output;

/// <summary>The JSON form of <c>wild version</c>.</summary>
internal sealed record VersionDocument(
    string Version, string Commit, string Runtime, IReadOnlyList<string> AbiVersions);
