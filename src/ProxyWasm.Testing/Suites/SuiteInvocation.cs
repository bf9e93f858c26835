namespace ProxyWasm.Testing.Suites;

/// <summary>One phase: what goes in, and what is expected.</summary>
/// <param name="Headers">The header map; empty for a body.</param>
/// <param name="Body">The bytes of a body; empty for headers.</param>
/// <param name="Result">What is expected.</param>
internal sealed record SuiteInvocation(SuiteHeaders Headers, byte[] Body, SuiteExpectation Result);
