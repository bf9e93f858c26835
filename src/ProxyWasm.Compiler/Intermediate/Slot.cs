namespace ProxyWasm.Compiler.Intermediate;

/// <summary>
/// A piece of the method's frame in linear memory, for structures and variables whose address is taken.
/// </summary>
internal sealed class Slot
{
    public Slot(int id, int size, int alignment)
    {
        Id = id;
        Size = size;
        Alignment = alignment;
    }

    public int Id { get; }

    public int Size { get; }

    public int Alignment { get; }

    public override string ToString() => $"slot{Id}[{Size}]";
}
