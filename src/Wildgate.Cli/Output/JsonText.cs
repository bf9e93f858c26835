using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wildgate.Cli.Output;

/// <summary>Writes the documents of <see cref="JsonDocuments"/>.</summary>
internal static class JsonText
{
    /// <summary>Arrows and quotes stay readable; the text is not embedded in a web page.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonDocuments.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<TDocument>(TDocument document) =>
        JsonSerializer.Serialize(document, Options.GetTypeInfo(typeof(TDocument)));
}
