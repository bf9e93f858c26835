using System.Collections.Immutable;
using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Host.Modules.Inspection;

/// <summary>
/// Holds imports against what a host provides. Every function of the catalogue is provided to modules of every ABI
/// version, because builds exist that declare one version and import functions of another.
/// </summary>
internal static class ImportChecks
{
    /// <summary>Names in one message; the rest is counted. The inspection itself has all of them.</summary>
    private const int MostListed = 50;

    public static ImmutableArray<InspectedImport> Check(WasmModuleInfo module, ModuleReport report)
    {
        var imports = module.Imports.Select(Check).ToImmutableArray();
        var missing = imports.Where(static import => import.State != ImportState.Known).ToList();
        if (missing.Count > 0)
        {
            var listed = missing.Take(MostListed).Select(Describe);
            report.ImportsMissing(missing.Count > MostListed
                ? listed.Append($"and {missing.Count - MostListed} more")
                : listed);
        }

        return imports;
    }

    private static InspectedImport Check(WasmImport import)
    {
        if (import.FunctionType is null || !AbiCatalog.TryGetHostFunction(import.Module, import.Name, out var function))
        {
            return new InspectedImport(import, ImportState.Unknown, null);
        }

        var expected = function.Signature.ToFunctionType();
        return expected.Equals(import.FunctionType)
            ? new InspectedImport(import, ImportState.Known, expected)
            : new InspectedImport(import, ImportState.WrongType, expected);
    }

    private static string Describe(InspectedImport inspected)
    {
        var import = inspected.Import;
        var name = SafeText.Quote($"{import.Module}.{import.Name}");
        if (inspected.State == ImportState.WrongType)
        {
            return $"{name} has type {import.FunctionType}, but the host has {inspected.ExpectedType}";
        }

        return import.FunctionType is null
            ? $"{name}, an imported {import.Kind.ToString().ToLowerInvariant()}"
            : $"{name} {import.FunctionType}, an unknown function";
    }
}
