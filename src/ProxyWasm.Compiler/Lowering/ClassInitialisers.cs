using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>The methods that run static constructors.</summary>
internal static class ClassInitialisers
{
    public static IlMethod MethodFor(ProgramModel program, IlType type)
    {
        var constructor = program.StaticConstructor(type);
        return program.System.SyntheticMethod(
            SyntheticKind.ClassInitialiser, constructor, constructor.Signature, receiver: null);
    }
}
