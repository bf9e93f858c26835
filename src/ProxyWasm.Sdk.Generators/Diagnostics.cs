using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators;

/// <summary>What can be wrong with the classes that an author marks.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NotPlugin = Error(
        "PWS001",
        "'{0}' is marked [Plugin]: derive it from Plugin, HttpFilter or TcpFilter, and not abstract or generic");

    public static readonly DiagnosticDescriptor Constructor = Error(
        "PWS002",
        "'{0}' is marked [Plugin]: give it a constructor without parameters or, in a filter, with its configuration");

    public static readonly DiagnosticDescriptor SameRootId = Error(
        "PWS003", "'{0}' and '{1}' have the same root id \"{2}\"; give each [Plugin(RootId = \"…\")] of its own");

    public static readonly DiagnosticDescriptor ConfigShape = Error(
        "PWS004",
        "'{0}' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic");

    public static readonly DiagnosticDescriptor ConfigProperty = Error(
        "PWS005", "'{0}' cannot be read from a configuration: {1}");

    public static readonly DiagnosticDescriptor NotReachable = Error(
        "PWS006",
        "'{0}' is marked [{1}], and generated code cannot see it; make it and what is around it internal or public");

    public static readonly DiagnosticDescriptor BothForms = new(
        "PWS007",
        "Plugin",
        "'{0}' overrides both {1} and {1}Async, of which the host calls the latter alone; keep one",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    private static DiagnosticDescriptor Error(string id, string message) =>
        new(id, "Plugin", message, "Usage", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
