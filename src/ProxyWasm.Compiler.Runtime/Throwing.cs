using System.Diagnostics.CodeAnalysis;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Raises the exceptions of instructions.</summary>
internal static class Throwing
{
    [DoesNotReturn]
    public static void NullReference() => throw new NullReferenceException();

    [DoesNotReturn]
    public static void IndexOutOfRange() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    public static void InvalidCast() => throw new InvalidCastException();

    [DoesNotReturn]
    public static void Overflow() => throw new OverflowException();

    [DoesNotReturn]
    public static void DivideByZero() => throw new DivideByZeroException();

    [DoesNotReturn]
    public static void ArrayTypeMismatch() => throw new ArrayTypeMismatchException();

    [DoesNotReturn]
    public static void NotSupported(string member) =>
        throw new NotSupportedException("not available in a WebAssembly module: " + member);

    /// <summary>What a static constructor's exception becomes.</summary>
    public static Exception TypeInitialization(Exception inner, string type) =>
        new TypeInitializationException(type, inner);
}
