namespace ProxyWasm.Host.Callouts;

/// <summary>Outcome of reading a part of a response body.</summary>
/// <param name="Count">Bytes read; 0 is the end of the body unless there is a failure.</param>
/// <param name="Failure">Why the body broke off.</param>
public readonly record struct CalloutRead(int Count, CalloutFailure Failure = CalloutFailure.None);
