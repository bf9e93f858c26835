using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>What the importer knows about an entry of the IL evaluation stack.</summary>
internal sealed record StackValue
{
    /// <summary>The value, or the address of a structure.</summary>
    public Operand Operand { get; init; }

    /// <summary>Distance from <see cref="Operand"/> at which a structure lies.</summary>
    public int Offset { get; init; }

    /// <summary>The static type as far as it is known.</summary>
    public IlType? Type { get; init; }

    public bool IsStructure { get; init; }

    /// <summary>For structures: nothing else refers to the memory, so it needs no copy.</summary>
    public bool IsOwned { get; init; }

    public bool IsNonNull { get; init; }

    /// <summary>The object is exactly of <see cref="Type"/>, not of a derived one.</summary>
    public bool IsExact { get; init; }

    /// <summary>The type whose handle or <see cref="System.Type"/> object this is.</summary>
    public IlType? TypeToken { get; init; }

    public FieldDef? FieldToken { get; init; }

    /// <summary>
    /// The value that a <c>box</c> instruction would put on the heap, as long as nobody needs the object.
    /// </summary>
    public StackValue? Boxed { get; init; }

    /// <summary>The method a function pointer points to.</summary>
    public IlMethod? Function { get; init; }

    /// <summary>The pointer was made by <c>ldvirtftn</c>: the object decides.</summary>
    public bool IsVirtualFunction { get; init; }

    /// <summary>Text of a string literal.</summary>
    public string? Literal { get; init; }

    public IrType IrType => IsStructure || Boxed is not null ? IrType.I32 : Operand.Type;

    public long? Constant => Operand.IsConstant && !IsStructure && Boxed is null ? Operand.Bits : null;

    public static StackValue Of(Operand operand, IlType? type = null) => new() { Operand = operand, Type = type };

    public static StackValue Int(long value) => new() { Operand = Operand.Int(value) };
}
