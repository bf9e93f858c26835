using System.CommandLine;

namespace Wildgate.Cli.Commands;

/// <summary>A command whose help ends with details and examples, beyond the sentence that lists show.</summary>
internal abstract class DocumentedCommand(string name, string description, string details) : Command(name, description)
{
    /// <summary>Text of at most 80 columns.</summary>
    public string Details { get; } = details;
}
