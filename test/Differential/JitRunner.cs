using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace Differential;

/// <summary>Runs programs in this process, with static variables of their own.</summary>
internal static class JitRunner
{
    private static readonly ConcurrentDictionary<(string, int), Lazy<string>> Results = [];

    /// <summary>What a program of the catalogue prints.</summary>
    public static string Run(string program, int times) => Results.GetOrAdd(
        (program, times),
        key => new(() => Run(ProgramCatalog.AssemblyPath, [key.Item1], key.Item2).Single())).Value;

    /// <summary>What programs of any assembly print, one after the other with the same static variables.</summary>
    public static IReadOnlyList<string> Run(string path, IEnumerable<string> programs, int times)
    {
        var context = new AssemblyLoadContext(path, isCollectible: true);
        try
        {
            var assembly = context.LoadFromAssemblyPath(path);
            var text = (StringBuilder)assembly.GetType("Out")!.GetField("Text", BindingFlags.Public | BindingFlags.Static)!
                .GetValue(null)!;
            return [.. programs.Select(program => Run(assembly, program, times, text))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Run(Assembly assembly, string program, int times, StringBuilder text)
    {
        var run = assembly.GetType(program, throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Action>();
        text.Clear();
        for (var i = 0; i < times; i++)
        {
            run();
        }

        return text.ToString();
    }
}
