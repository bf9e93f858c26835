namespace ProxyWasm.Compiler.Snapshots;

/// <summary>What a <see cref="Region"/> is in the running module.</summary>
internal enum RegionKind
{
    /// <summary>Part of a method's frame; gone when the method has ended.</summary>
    Frame,

    /// <summary>An object that an evaluated static constructor has made.</summary>
    Object,

    /// <summary>A static field.</summary>
    Static,

    /// <summary>What the module has anyway and nothing changes: literals, constant bytes, type objects.</summary>
    Constant,

    /// <summary>A class record, or a function: nothing to read or write.</summary>
    Opaque,
}
