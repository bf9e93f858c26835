namespace ProxyWasm.Testing.Suites;

/// <summary>What a local response must be; members that are null are not looked at.</summary>
internal sealed record ImmediateExpectation(int? HttpStatus, int? GrpcStatus, string? Details);
