using System.Text.Json;
using ProxyWasm.Host.Modules;
using Wildgate.Gateway.Plugins.Schemas;

namespace Wildgate.Gateway.Plugins;

/// <summary>
/// Compares the configuration of a plugin with the JSON Schema that its module carries. Neither is trusted: whatever
/// they say, the comparison ends after a bounded number of steps. All members are safe to call from any thread.
/// </summary>
public static class PluginConfigurationCheck
{
    /// <summary>The custom section with the schema, which is UTF-8.</summary>
    public const string SectionName = "wildgate.config-schema";

    private const int MaxSchemaBytes = 256 * 1024;

    // What is nested deeper is refused by the parser, which bounds the recursion over both.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = SchemaLimits.Depth };

    /// <summary>The schema that a module carries; empty when it has none.</summary>
    /// <exception cref="ModuleException">The code is not a module.</exception>
    public static ReadOnlyMemory<byte> SchemaOf(ReadOnlyMemory<byte> module) =>
        WasmModuleInfo.Parse(module).TryGetCustomSection(SectionName, out var schema) ? schema : default;

    /// <summary>Why a schema cannot be used, or null when it can.</summary>
    /// <param name="schema">The content of the section.</param>
    public static string? ProblemOf(ReadOnlyMemory<byte> schema) => Check(schema, "{}"u8.ToArray()).Warning;

    /// <summary>Compares a configuration with a schema.</summary>
    /// <param name="schema">The content of the section; empty for none, with which everything is right.</param>
    /// <param name="configuration">
    /// What the plugin would get. An empty one stands for an object without fields, as for plugins in C#.
    /// </param>
    public static ConfigurationVerdict Check(ReadOnlyMemory<byte> schema, ReadOnlyMemory<byte> configuration)
    {
        if (schema.IsEmpty)
        {
            return ConfigurationVerdict.Right;
        }

        try
        {
            using var rules = ReadSchema(schema);
            using var instance = ReadConfiguration(configuration, out var problem);
            return instance is null
                ? new ConfigurationVerdict([new ConfigurationFault("", problem, "Write a JSON object")], null)
                : new ConfigurationVerdict(SchemaEvaluation.Run(rules.RootElement, instance.RootElement), null);
        }
        catch (UnusableSchemaException error)
        {
            return new ConfigurationVerdict([], error.Message);
        }
    }

    private static JsonDocument ReadSchema(ReadOnlyMemory<byte> schema)
    {
        if (schema.Length > MaxSchemaBytes)
        {
            throw new UnusableSchemaException(
                $"its schema is larger than {MaxSchemaBytes >> 10} KiB: {schema.Length} bytes");
        }

        try
        {
            return JsonDocument.Parse(schema, Strict);
        }
        catch (JsonException error)
        {
            throw new UnusableSchemaException($"its schema is not JSON: {error.Message}");
        }
    }

    private static JsonDocument? ReadConfiguration(ReadOnlyMemory<byte> configuration, out string problem)
    {
        problem = "";
        try
        {
            return JsonDocument.Parse(configuration.IsEmpty ? "{}"u8.ToArray() : configuration, Strict);
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber ?? 0) + 1;
            var column = (error.BytePositionInLine ?? 0) + 1;
            problem = FormattableString.Invariant($"expected JSON, found something else at line {line}, byte {column}");
            return null;
        }
    }
}
