namespace ProxyWasm.Abi.Actions;

/// <summary>What a callback of a TCP filter asks for, as Envoy's network <c>FilterStatus</c>.</summary>
public enum TcpAction
{
    /// <summary>The connection or the bytes go on to the next filter.</summary>
    Continue = 0,

    /// <summary>The bytes are kept and the next filter is not called.</summary>
    StopIteration = 1,
}
