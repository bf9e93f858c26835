using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Snapshots;

namespace ProxyWasm.Compiler.Intermediate;

/// <summary>A number that is known only when the module is laid out: an address, a table index or an offset.</summary>
internal abstract record Symbol
{
    /// <summary>Address of a type's class record.</summary>
    internal sealed record ClassRecord(IlType Type) : Symbol;

    /// <summary>Address of a string object with this text.</summary>
    internal sealed record Text(string Value) : Symbol;

    /// <summary>Address of a static field.</summary>
    internal sealed record Static(IlField Field) : Symbol;

    /// <summary>Address of constant bytes that the assembly carries for a field.</summary>
    internal sealed record ImageData(FieldDef Field) : Symbol;

    /// <summary>Address of the <see cref="System.Type"/> object of a type.</summary>
    internal sealed record TypeObject(IlType Type) : Symbol;

    /// <summary>Address of a preallocated object without state.</summary>
    internal sealed record Singleton(IlType Type) : Symbol;

    /// <summary>Address of an object that a static constructor has made at build time.</summary>
    internal sealed record Made(Region Region) : Symbol;

    /// <summary>Address of the word with the <see cref="InitState"/> of a type.</summary>
    internal sealed record InitFlag(IlType Type) : Symbol;

    /// <summary>Address of the variable that holds the exception with which the static constructor failed.</summary>
    internal sealed record InitFailure(IlType Type) : Symbol;

    /// <summary>Index of a function in the module's table.</summary>
    internal sealed record TableIndex(IlMethod Method) : Symbol;

    /// <summary>What is added to a class number to find a virtual method in the table.</summary>
    internal sealed record SelectorOffset(IlMethod Slot) : Symbol;

    /// <summary>A number about the whole module.</summary>
    internal sealed record ModuleFact(ModuleFactKind Kind) : Symbol;
}
