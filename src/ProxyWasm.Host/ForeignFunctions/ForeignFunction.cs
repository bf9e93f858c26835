using System.Buffers;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>
/// A function in .NET that plugins call by name with <c>proxy_call_foreign_function</c>. It runs while the virtual
/// machine is held, so it must not block; calls from several workers overlap. An exception is logged and answered
/// with <see cref="Status.InternalFailure"/>.
/// </summary>
/// <param name="caller">Who calls.</param>
/// <param name="argument">What the plugin passes; valid during the call only.</param>
/// <param name="result">
/// Takes the result; it reaches the plugin when the function answers <see cref="Status.Ok"/>.
/// </param>
/// <returns>
/// What the plugin gets to hear. Guest libraries stop the plugin on a status that they do not expect: safe are Ok,
/// NotFound, BadArgument, SerializationFailure and InternalFailure.
/// </returns>
public delegate Status ForeignFunction(
    in ForeignCaller caller, ReadOnlySpan<byte> argument, IBufferWriter<byte> result);
