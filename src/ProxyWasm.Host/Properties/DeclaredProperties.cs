using ProxyWasm.Abi;
using ProxyWasm.Host.SharedData;

namespace ProxyWasm.Host.Properties;

/// <summary>The properties that one plugin has declared in one virtual machine; used inside of its worker.</summary>
internal sealed class DeclaredProperties
{
    // Declarations cannot be taken back: a loop over ever new names has to end somewhere.
    private const int MaxCount = 1024;
    private const int MaxNameBytes = 4096;

    private readonly Dictionary<byte[], PropertyDeclaration> _declarations = new(ByteKeyComparer.Instance);

    /// <summary>
    /// Remembers a declaration; BadArgument for a name that has one, InternalFailure when there are too many.
    /// </summary>
    public Status Declare(ReadOnlySpan<byte> name, PropertyDeclaration declaration)
    {
        var declarations = _declarations.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (declarations.ContainsKey(name))
        {
            return Status.BadArgument;
        }

        if (_declarations.Count >= MaxCount || name.Length > MaxNameBytes)
        {
            return Status.InternalFailure;
        }

        declarations[name] = declaration;
        return Status.Ok;
    }

    /// <summary>What was declared for a path; the default when nothing was.</summary>
    public PropertyDeclaration Find(ReadOnlySpan<byte> path)
    {
        // One NUL at the end is tolerated, as in every property path.
        var name = path is [.. var head, 0] ? head : path;
        return _declarations.Count > 0
            && _declarations.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var found)
            ? found
            : default;
    }
}
