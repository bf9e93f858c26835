using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>The methods of an assembly that can be compiled without anybody calling them.</summary>
internal static class AllMethods
{
    /// <summary>All methods with IL that are neither generic nor of a generic type.</summary>
    public static IEnumerable<IlMethod> Of(ProgramModel program, Module module) => module.Methods
        .Where(m => m is { BodyAddress: not 0, Arity: 0 } && m.Owner.Arity == 0)
        .Select(m => program.System.Method(m, program.System.SelfType(m.Owner)));
}
