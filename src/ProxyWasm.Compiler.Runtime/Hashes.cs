namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// Seeds of hash codes. They are constant: a module without random numbers of its own must not need them.
/// </summary>
internal static class Hashes
{
    [Replaces("System.Marvin", "GenerateSeed")]
    public static ulong MarvinSeed() => 0x7F3A9C1D5B2E8604;

    [Replaces("System.HashCode", "GenerateGlobalSeed")]
    public static uint HashCodeSeed() => 0x9E3779B1;
}
