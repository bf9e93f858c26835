namespace Differential.Generation;

/// <summary>Kinds of types that generated programs compute with.</summary>
internal enum DataKind
{
    Integer,
    Float,
    Decimal,
    Truth,
    Character,
    Text,
    Enumeration,
    Structure,
}
