using System.Text;
using System.Text.RegularExpressions;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Catalog;

namespace Wildgate.Repository.Tests;

/// <summary>Writes docs/abi.md: each function of the ABI with its type and whether the host carries it out.</summary>
internal static partial class AbiPage
{
    public const string Path = "docs/abi.md";

    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            # The ABI, function by function

            Generated from the catalogue in `src/ProxyWasm.Abi/Catalog` and from the host; `UPDATE_DOCS=1` with the tests of
            `test/Repository.Tests` writes it anew.

            ## Host functions

            Functions of all versions are linked for every module, and all are implemented: `Unimplemented` (12) is
            answered by `proxy_continue_stream` alone, to an HTTP stream that resumes stream 3, as in Envoy.

            | function | type | versions |
            |---|---|---|

            """);
        foreach (var function in AbiCatalog.HostFunctions)
        {
            var name = function.Kind == HostFunctionKind.Wasi ? $"wasi `{function.Name}`" : $"`{function.Name}`";
            text.Append($"| {name} | `{function.Signature}` | {Versions(function.Versions)} |\n");
        }

        text.Append("""

            ## Callbacks

            | export | type | versions | state |
            |---|---|---|---|

            """);
        var called = CalledExports();
        foreach (var callback in AbiCatalog.Callbacks)
        {
            var forms = string.Join(", ", callback.Forms.Select(form => $"`{form.Signature}`").Distinct());
            text.Append($"| `{callback.Name}` | {forms} | {Versions(callback.Versions)} | {State(callback, called)} |\n");
        }

        return text.ToString();
    }

    private static string State(Callback callback, HashSet<string> called) => callback.Kind switch
    {
        CallbackKind.Marker => "read, never called",
        _ => called.Contains(callback.Name) ? "called" : "not called",
    };

    // The names that the host looks up are literals in its sources.
    private static HashSet<string> CalledExports() =>
    [
        .. Checkout.Files("src/ProxyWasm.Host/Vms", "*.cs")
            .Concat(Checkout.Files("src/ProxyWasm.Host/Modules", "ModuleInspector.cs"))
            .Concat(Checkout.Files("src/ProxyWasm.Host/Modules/Inspection", "*.cs"))
            .SelectMany(path => ExportName().Matches(Checkout.Read(path)).Select(match => match.Groups[1].Value)),
    ];

    private static string Versions(AbiVersions versions)
    {
        var names = new List<string>();
        foreach (var version in Enum.GetValues<AbiVersion>())
        {
            if (versions.Contains(version))
            {
                names.Add(version.ToString()[1..].Replace('_', '.'));
            }
        }

        return names.Count == Enum.GetValues<AbiVersion>().Length ? "all" : string.Join(", ", names);
    }

    [GeneratedRegex("\"([a-z_]+)\"")]
    private static partial Regex ExportName();
}
