using System.Buffers;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>The shared array pool.</summary>
internal static class Pools
{
    [Replaces("System.Buffers.ArrayPool`1", "get_Shared")]
    public static ArrayPool<T> Shared<T>() => SingleThreadPool<T>.Instance;
}
