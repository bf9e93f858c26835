using ProxyWasm.Abi;

namespace ProxyWasm.Host.Modules.Inspection;

/// <summary>
/// Finds the export that declares the ABI version. The first function in the order of the file counts, because that is
/// the one a host that scans the export section sees; the function is never called and may have any type.
/// </summary>
internal static class AbiMarkers
{
    private const string Prefix = "proxy_abi_version_";

    public static AbiMarker? Find(WasmModuleInfo module, ModuleReport report)
    {
        var markers = new List<AbiMarker>();
        foreach (var export in module.Exports)
        {
            if (export.Kind == WasmExternalKind.Function && AbiMarker.TryParse(export.Name, out var marker))
            {
                markers.Add(marker);
            }
        }

        if (markers.Count == 0)
        {
            report.MarkerMissing(unknown: module.Exports
                .FirstOrDefault(static export => export.Name.StartsWith(Prefix, StringComparison.Ordinal)));
            return null;
        }

        if (markers.Count > 1)
        {
            report.SeveralMarkers(markers[0].Name, markers.Skip(1).Select(static marker => marker.Name));
        }

        if (markers[0].IsDialect)
        {
            report.Dialect(markers[0].Name);
        }

        return markers[0];
    }
}
