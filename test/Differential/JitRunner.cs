using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace Differential;

/// <summary>Runs a program in this process, with static variables of its own.</summary>
internal static class JitRunner
{
    public static string Run(string program, int times)
    {
        var context = new AssemblyLoadContext(program, isCollectible: true);
        try
        {
            var assembly = context.LoadFromAssemblyPath(ProgramCatalog.AssemblyPath);
            var run = assembly.GetType(program, throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Action>();
            for (var i = 0; i < times; i++)
            {
                run();
            }

            var text = (StringBuilder)assembly.GetType("Out")!.GetField("Text", BindingFlags.Public | BindingFlags.Static)!
                .GetValue(null)!;
            return text.ToString();
        }
        finally
        {
            context.Unload();
        }
    }
}
