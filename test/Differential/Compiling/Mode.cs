namespace Differential.Compiling;

/// <summary>How programs are compiled.</summary>
internal enum Mode
{
    /// <summary>As everybody compiles for release, but with a collection of the heap after every exported call.</summary>
    Optimised,

    /// <summary>As for release, with all static constructors in the module.</summary>
    WithoutSnapshot,

    /// <summary>Without the optimiser, with all static constructors in the module and names of methods.</summary>
    Unoptimised,
}
