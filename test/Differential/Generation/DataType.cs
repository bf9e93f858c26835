namespace Differential.Generation;

/// <summary>A type that generated programs compute with.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Kind">What can be done with it.</param>
/// <param name="Fields">The fields of a structure.</param>
internal sealed record DataType(string Name, DataKind Kind, IReadOnlyList<(string Name, DataType Type)> Fields)
{
    public static readonly DataType Int = new("int", DataKind.Integer, []);
    public static readonly DataType Long = new("long", DataKind.Integer, []);
    public static readonly DataType Truth = new("bool", DataKind.Truth, []);
    public static readonly DataType Text = new("string", DataKind.Text, []);

    /// <summary>The types that C# computes with, without converting operands first.</summary>
    public static readonly DataType[] Wide =
    [
        Int, Int, Long, new("uint", DataKind.Integer, []), new("ulong", DataKind.Integer, []),
        new("float", DataKind.Float, []), new("double", DataKind.Float, []), new("decimal", DataKind.Decimal, []),
    ];

    public static readonly DataType[] Narrow =
    [
        new("sbyte", DataKind.Integer, []), new("byte", DataKind.Integer, []),
        new("short", DataKind.Integer, []), new("ushort", DataKind.Integer, []), new("char", DataKind.Character, []),
    ];

    public static readonly DataType[] Numbers = [.. Wide, .. Narrow];

    public bool IsNarrow => Narrow.Contains(this);

    public bool IsNumber => Kind is DataKind.Integer or DataKind.Float or DataKind.Decimal or DataKind.Character;

    public bool IsUnsigned => Name is "uint" or "ulong";
}
