namespace ProxyWasm.Sdk.Calls;

/// <summary>Why a call has no answer.</summary>
public enum CallError
{
    /// <summary>There is an answer.</summary>
    None = 0,

    /// <summary>The host has not begun the call: it knows no such cluster, or the request is not one.</summary>
    Refused = 1,

    /// <summary>The call has failed: no connection, reset, or time was up.</summary>
    Failed = 2,
}
