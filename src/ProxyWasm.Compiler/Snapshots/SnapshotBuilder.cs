using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>Runs static constructors of a program at build time and takes out the code that would run them.</summary>
internal static class SnapshotBuilder
{
    public static void Run(ProgramModel program, IReadOnlyCollection<Body> bodies)
    {
        var types = bodies.SelectMany(b => b.AllInstructions()).Where(i => i.Operation == Operation.InitClass)
            .Select(i => i.Type!).Distinct();
        var changing = StaticWrites.OutsideConstructors(bodies);
        program.Snapshot = new ClassEvaluation(program, changing).Run(types);
        foreach (var block in bodies.SelectMany(b => b.Blocks))
        {
            block.Instructions.RemoveAll(
                i => i.Operation == Operation.InitClass && program.Snapshot.IsInitialised(i.Type!));
        }
    }
}
