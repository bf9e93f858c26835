using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Validation;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>What all readers of one text share.</summary>
internal sealed class ReadContext(ProblemList problems, FileLocator files, bool isJson)
{
    public ProblemList Problems { get; } = problems;

    public FileLocator Files { get; } = files;

    /// <summary>Whether the text is JSON by name, where every scalar says its type itself.</summary>
    public bool IsJson { get; } = isJson;

    /// <summary>The cluster names that are defined and used.</summary>
    public ClusterReferences Clusters { get; } = new();

    /// <summary>
    /// The name somebody probably meant, or null. A full list of problems keeps no further message, and comparing
    /// names is the one costly part of a message.
    /// </summary>
    public string? Suggest(string name, IEnumerable<string> candidates) =>
        Problems.IsFull ? null : NearestName.Find(name, candidates);

    public void Report(string id, ConfigurationValue value, string message, string advice) =>
        Problems.Add(id, value.Position, value.Path, message, advice);

    public void Report(string id, TextPosition position, ConfigurationPath path, string message, string advice) =>
        Problems.Add(id, position, path, message, advice);
}
