namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Pushes the result of a call; false leaves the call to the usual path and must emit nothing.</summary>
internal delegate bool IntrinsicHandler(IntrinsicCall call);
