using System.Buffers.Binary;

namespace ProxyWasm.Host.Modules.Binary;

/// <summary>The first eight bytes of a module, and guesses at what a file is that has others.</summary>
internal static class Preamble
{
    public const int Length = 8;

    private const int TarMagicOffset = 257;

    private static ReadOnlySpan<byte> Magic => "\0asm"u8;

    public static void Check(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw ModuleErrors.Empty();
        }

        if (!file.StartsWith(Magic[..Math.Min(file.Length, Magic.Length)]))
        {
            throw Recognise(file);
        }

        if (file.Length < Length)
        {
            throw ModuleErrors.Truncated("the header of the module", Length, file.Length, 0);
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(file[4..]);
        var layer = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]);
        if (layer == 1)
        {
            throw ModuleErrors.Component();
        }

        if (version != 1 || layer != 0)
        {
            throw ModuleErrors.UnsupportedVersion(version, layer);
        }
    }

    private static ModuleException Recognise(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0x1F, 0x8B]))
        {
            return ModuleErrors.NotWasm("it is gzip-compressed", "Unpack it first, with 'gunzip' or 'tar xzf'");
        }

        if (file.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]))
        {
            return ModuleErrors.NotWasm("it is zstd-compressed", "Unpack it first, for example with 'zstd -d'");
        }

        if (file.StartsWith("PK\u0003\u0004"u8))
        {
            return ModuleErrors.NotWasm("it is a zip archive", "Unpack it and pass the .wasm file inside");
        }

        if (file.Length > TarMagicOffset && file[TarMagicOffset..].StartsWith("ustar"u8))
        {
            return ModuleErrors.NotWasm(
                "it is a tar archive, perhaps an exported image or an image layer",
                "Unpack it and pass the .wasm file inside (often plugin.wasm)");
        }

        return IsNativeBinary(file)
            ? ModuleErrors.NotWasm(
                "it is a native executable or library, or a module precompiled by an engine",
                "Build for a wasm32 target, and pass the .wasm file itself")
            : RecogniseText(file);
    }

    private static bool IsNativeBinary(ReadOnlySpan<byte> file) =>
        file.StartsWith("\u007FELF"u8)
        || file.StartsWith("MZ"u8)
        || file.StartsWith("!<arch>"u8)
        || file.StartsWith<byte>([0xCF, 0xFA, 0xED, 0xFE])
        || file.StartsWith<byte>([0x42, 0x43, 0xC0, 0xDE]);

    private static ModuleException RecogniseText(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("\uFEFF"u8))
        {
            file = file[3..];
        }

        var text = file.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("(module"u8) || text.StartsWith("(component"u8) || text.StartsWith(";;"u8)
            || text.StartsWith("(;"u8))
        {
            return ModuleErrors.NotWasm(
                "it looks like the text format (.wat)", "Convert it with 'wat2wasm' or 'wasm-tools parse'");
        }

        if (text.StartsWith("version https://git-lfs"u8))
        {
            return ModuleErrors.NotWasm("it is a Git LFS pointer", "Fetch the real file with 'git lfs pull'");
        }

        if (text.StartsWith("{"u8) || text.StartsWith("<"u8))
        {
            return ModuleErrors.NotWasm(
                "it looks like JSON or a web page",
                "If it was downloaded, open it: it is probably a manifest or the server's error message");
        }

        var found = Convert.ToHexString(file[..Math.Min(file.Length, 4)]);
        return ModuleErrors.NotWasm(
            $"it begins with the bytes {found} instead of 0061736D",
            "Check that the path names the .wasm file of the build");
    }
}
