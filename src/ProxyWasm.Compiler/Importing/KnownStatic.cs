namespace ProxyWasm.Compiler.Importing;

/// <summary>Static fields of the base library whose value every runtime sets itself.</summary>
internal enum KnownStatic
{
    None,
    EmptyString,
    True,
}
