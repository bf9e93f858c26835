using System.Text;

namespace ProxyWasm.Host.Tests.ForeignFunctions;

/// <summary>Fields of protobuf messages, for arguments and expected results.</summary>
internal static class Protobuf
{
    public static byte[] Number(int field, byte value) => [(byte)(field << 3), value];

    public static byte[] Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public static byte[] Bytes(int field, byte[] value)
    {
        Assert.True(value.Length < 1 << 14, "the length has two bytes here");
        return [(byte)((field << 3) | 2), (byte)(value.Length | 0x80), (byte)(value.Length >> 7), .. value];
    }
}
