using System.Text.Json.Serialization;
using Wildgate.Cli.Building;
using Wildgate.Cli.Inspection;

namespace Wildgate.Cli.Output;

/// <summary>Every JSON document that the command line prints: camel case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BuiltModule))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(InspectionDocument))]
[JsonSerializable(typeof(TestDocument))]
[JsonSerializable(typeof(VersionDocument))]
internal sealed partial class JsonDocuments : JsonSerializerContext;
