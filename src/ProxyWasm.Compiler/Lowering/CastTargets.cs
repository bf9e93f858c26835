using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>Which casts look into a class's list instead of walking its ancestors.</summary>
internal static class CastTargets
{
    public static bool NeedsList(IlType type) =>
        type.IsInterface || type.IsArray || (type.IsDelegate && type.Arguments.Length > 0);
}
