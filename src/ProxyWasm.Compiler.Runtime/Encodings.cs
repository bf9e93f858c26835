using System.Runtime.CompilerServices;
using System.Text;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// <c>Encoding.UTF8</c> without fallback objects: what it does with malformed text is fixed. Other encodings bring what
/// they need themselves.
/// </summary>
internal static unsafe class Encodings
{
    [Replaces("System.Text.UTF8Encoding", "GetByteCountCommon")]
    public static int CountBytes(UTF8Encoding encoding, char* text, int length)
    {
        if (Machine.IsStandardUtf8(encoding))
        {
            return Utf8.CountBytes(text, length);
        }

        var count = CountBytesFast(encoding, text, length, encoding.EncoderFallback, out var read);
        return read == length ? count : count + CountBytesSlow(encoding, text, length, read);
    }

    [Replaces("System.Text.UTF8Encoding", "GetBytesCommon")]
    public static int Encode(UTF8Encoding encoding, char* text, int length, byte* target, int capacity, bool throws)
    {
        if (!Machine.IsStandardUtf8(encoding))
        {
            var count = EncodeFast(encoding, text, length, target, capacity, out var read);
            return read == length ? count
                : EncodeSlow(encoding, text, length, target, capacity, read, count, throws);
        }

        var written = Utf8.Encode(text, length, target, capacity);
        return written >= 0 || !throws ? written : throw new ArgumentException(
            "The output byte buffer is too small to contain the encoded data, encoding codepage '65001' and fallback "
            + "'System.Text.EncoderReplacementFallback'.", "bytes");
    }

    [Replaces("System.Text.UTF8Encoding", "GetCharCountCommon")]
    public static int CountUnits(UTF8Encoding encoding, byte* bytes, int length)
    {
        if (Machine.IsStandardUtf8(encoding))
        {
            return Utf8.CountUnits(bytes, length);
        }

        var count = CountUnitsFast(encoding, bytes, length, encoding.DecoderFallback, out var read);
        return read == length ? count : count + CountUnitsSlow(encoding, bytes, length, read);
    }

    [Replaces("System.Text.UTF8Encoding", "GetCharsCommon")]
    public static int Decode(UTF8Encoding encoding, byte* bytes, int length, char* target, int capacity, bool throws)
    {
        if (!Machine.IsStandardUtf8(encoding))
        {
            var count = DecodeFast(encoding, bytes, length, target, capacity, out var read);
            return read == length ? count
                : DecodeSlow(encoding, bytes, length, target, capacity, read, count, throws);
        }

        var written = length == 0 ? 0 : Utf8.Decode(bytes, length, target, capacity);
        return written >= 0 || !throws ? written : throw new ArgumentException(
            "The output char buffer is too small to contain the decoded characters, encoding codepage '65001' and "
            + "fallback 'System.Text.DecoderReplacementFallback'.", "chars");
    }

    /// <summary>The fallbacks of <c>Encoding.UTF8</c> are made when somebody asks for them.</summary>
    [Replaces("System.Text.UTF8Encoding", "SetDefaultFallbacks")]
    public static void SetFallbacks(UTF8Encoding encoding)
    {
        if (!Machine.IsStandardUtf8(encoding))
        {
            var throws = Throws(encoding);
            EncoderOf(encoding) = throws ? EncoderFallback.ExceptionFallback : new EncoderReplacementFallback("\uFFFD");
            DecoderOf(encoding) = throws ? DecoderFallback.ExceptionFallback : new DecoderReplacementFallback("\uFFFD");
        }
    }

    [Replaces("System.Text.Encoding", "get_EncoderFallback")]
    public static EncoderFallback Encoder(Encoding encoding) =>
        EncoderOf(encoding) ??= new EncoderReplacementFallback("\uFFFD");

    [Replaces("System.Text.Encoding", "get_DecoderFallback")]
    public static DecoderFallback Decoder(Encoding encoding) =>
        DecoderOf(encoding) ??= new DecoderReplacementFallback("\uFFFD");

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "encoderFallback")]
    private static extern ref EncoderFallback EncoderOf(Encoding encoding);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "decoderFallback")]
    private static extern ref DecoderFallback DecoderOf(Encoding encoding);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isThrowException")]
    private static extern ref bool Throws(UTF8Encoding encoding);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetByteCountFast")]
    private static extern int CountBytesFast(
        UTF8Encoding encoding, char* text, int length, EncoderFallback fallback, out int read);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetByteCountWithFallback")]
    private static extern int CountBytesSlow(Encoding encoding, char* text, int length, int read);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetBytesFast")]
    private static extern int EncodeFast(
        UTF8Encoding encoding, char* text, int length, byte* target, int capacity, out int read);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetBytesWithFallback")]
    private static extern int EncodeSlow(
        Encoding encoding, char* text, int length, byte* target, int capacity, int read, int written, bool throws);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetCharCountFast")]
    private static extern int CountUnitsFast(
        UTF8Encoding encoding, byte* bytes, int length, DecoderFallback fallback, out int read);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetCharCountWithFallback")]
    private static extern int CountUnitsSlow(Encoding encoding, byte* bytes, int length, int read);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetCharsFast")]
    private static extern int DecodeFast(
        UTF8Encoding encoding, byte* bytes, int length, char* target, int capacity, out int read);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetCharsWithFallback")]
    private static extern int DecodeSlow(
        Encoding encoding, byte* bytes, int length, char* target, int capacity, int read, int written, bool throws);
}
