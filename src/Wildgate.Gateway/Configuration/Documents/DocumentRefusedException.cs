using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>Ends composing where going on makes no sense; never leaves <see cref="DocumentComposer"/>.</summary>
internal sealed class DocumentRefusedException(
    string id,
    TextPosition position,
    ConfigurationPath path,
    string message,
    string advice)
    : Exception(message)
{
    public string Id { get; } = id;

    public TextPosition Position { get; } = position;

    public ConfigurationPath Path { get; } = path;

    public string Advice { get; } = advice;
}
