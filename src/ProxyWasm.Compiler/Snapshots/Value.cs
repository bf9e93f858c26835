namespace ProxyWasm.Compiler.Snapshots;

/// <summary>What a register holds during evaluation: a number, or a place in a region.</summary>
/// <param name="Bits">The number as <see cref="Intermediate.Operand.Bits"/> has it; for a place, its offset.</param>
/// <param name="Region">The region; null for numbers.</param>
internal readonly record struct Value(long Bits, Region? Region)
{
    public static Value Zero => default;

    public bool IsAddress => Region is not null;

    /// <summary>Where regions lie is not known yet, but never at zero.</summary>
    public bool IsTrue => IsAddress || Bits != 0;

    public int Number => IsAddress
        ? throw new EvaluationStoppedException("it uses an address as a number")
        : (int)Bits;

    public static Value Int(int value) => new(value, null);

    public static Value Truth(bool value) => new(value ? 1 : 0, null);

    public static Value To(Region region) => new(0, region);

    public Value Plus(long offset) => this with { Bits = Bits + offset };
}
