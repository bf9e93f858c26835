using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>What the dispatch table holds for a class and a slot.</summary>
internal static class Dispatch
{
    /// <summary>
    /// The method that takes the object itself as receiver; null when the class does not have the slot.
    /// </summary>
    public static IlMethod? Implementation(ProgramModel program, IlType type, IlMethod slot)
    {
        if (slot.Definition.Synthetic == SyntheticKind.BoundSlot)
        {
            if (!program.System.Hierarchy.Inherits(type, slot.Owner))
            {
                return null;
            }

            slot = slot.Target!;
        }

        var applies = slot.Owner.IsInterface
            ? program.System.Hierarchy.IsCastable(type, slot.Owner)
            : program.System.Hierarchy.Inherits(type, slot.Owner);
        if (!applies || program.Implementation(type, slot) is not { } found)
        {
            return null;
        }

        return found.Owner.IsValueType || found.ReceiverType is { Kind: TypeKind.ByRef }
            ? program.Unboxing(found) : program.Substituted(found);
    }
}
