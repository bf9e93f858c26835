using Differential.Compiling;

namespace Differential.Engines;

/// <summary>Something that runs modules.</summary>
internal interface IEngine
{
    /// <summary>Calls an export in an instance of its own.</summary>
    /// <returns>What it has printed, followed by why it ended if it did not return.</returns>
    string Run(CompiledModule module, string export, int times);
}
