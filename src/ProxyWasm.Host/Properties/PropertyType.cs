namespace ProxyWasm.Host.Properties;

/// <summary>What the bytes of a declared property are; numbers as in Envoy, others mean bytes.</summary>
internal enum PropertyType : ulong
{
    Bytes = 0,
    String = 1,
    FlatBuffers = 2,
    Protobuf = 3,
}
