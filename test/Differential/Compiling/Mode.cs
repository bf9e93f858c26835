namespace Differential.Compiling;

/// <summary>How programs are compiled.</summary>
internal enum Mode
{
    /// <summary>As everybody compiles, but with a collection of the heap after every exported call.</summary>
    Optimised,

    /// <summary>Without the optimiser.</summary>
    Unoptimised,
}
