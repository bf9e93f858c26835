namespace Differential.Generation;

/// <summary>How a generated method delivers its result.</summary>
internal enum FunctionKind
{
    Returning,
    Iterating,
    Awaiting,
}
