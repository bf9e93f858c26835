using System.Reflection;

namespace Differential;

/// <summary>The programs: public static classes with a method <c>Run</c>.</summary>
internal static class ProgramCatalog
{
    public static string AssemblyPath => Path.Combine(AppContext.BaseDirectory, "Differential.Programs.dll");

    public static IEnumerable<string> Names => Assembly.LoadFrom(AssemblyPath).GetExportedTypes()
        .Where(t => t.GetMethod("Run", BindingFlags.Public | BindingFlags.Static) is not null)
        .Select(t => t.FullName!).Order(StringComparer.Ordinal);
}
