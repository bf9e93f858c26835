namespace Wildgate.Gateway.Configuration;

/// <summary>A module inside the configuration (<c>local.inline_bytes</c> or <c>local.inline_string</c>).</summary>
/// <param name="Module">The module's bytes; never empty.</param>
public sealed record InlineCodeConfig(ReadOnlyMemory<byte> Module) : VmCodeConfig;
