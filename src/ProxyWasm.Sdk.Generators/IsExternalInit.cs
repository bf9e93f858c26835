namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler wants for records and init accessors, which netstandard2.0 lacks.</summary>
internal static class IsExternalInit;
