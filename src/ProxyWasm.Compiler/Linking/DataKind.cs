namespace ProxyWasm.Compiler.Linking;

/// <summary>What a piece of constant data is, for reports.</summary>
internal enum DataKind
{
    ClassRecords,
    PointerMaps,
    CastLists,
    Strings,
    TypeObjects,
    TypeDescriptions,
    Singletons,
    ConstantBytes,
    Roots,
    Snapshot,
}
