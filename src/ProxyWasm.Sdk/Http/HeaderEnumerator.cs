using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Sdk.Http;

/// <summary>Goes through the headers of a map.</summary>
public ref struct HeaderEnumerator
{
    private HeaderPairsReader _reader;

    internal HeaderEnumerator(HeaderPairsReader reader) => _reader = reader;

    /// <summary>The header; its bytes are valid until the callback ends or something is awaited.</summary>
    public readonly Header Current => new(_reader.Name, _reader.Value);

    /// <summary>Steps to the next header.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext() => _reader.MoveNext();
}
