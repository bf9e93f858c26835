namespace ProxyWasm.Sdk;

/// <summary>What a host says of a signature.</summary>
public enum SignatureVerdict
{
    /// <summary>It is that of the text by the key.</summary>
    Valid = 0,

    /// <summary>It is not.</summary>
    Invalid = 1,

    /// <summary>The host does not take the question: the key is none that it knows, for example.</summary>
    Refused = 2,

    /// <summary>The host does not offer to verify signatures at all.</summary>
    NotOffered = 3,
}
