namespace Wildgate.Cli.Output;

/// <summary>The JSON form of a failure, on standard error.</summary>
internal sealed record ErrorDocument(ErrorDocument.Body Error)
{
    internal sealed record Body(string Code, string Message, string? Hint);
}
