using System.Text;
using ProxyWasm.Host.Modules;

namespace ProxyWasm.Host.Tests.Modules;

public sealed class WasmModuleErrorTests
{
    private static readonly byte[] OneType = SampleModules.Section(1, 1, 0x60, 0, 0);
    private static readonly byte[] OneFunction = SampleModules.Section(3, 1, 0);
    private static readonly byte[] OneBody = SampleModules.Section(10, 1, 2, 0, 0x0B);

    [Fact]
    public void An_empty_file_is_called_empty()
    {
        var error = Refuse([]);

        Assert.Equal(("PW1001", 0), (error.Id, error.Offset));
        Assert.Contains("empty", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(module (func))", "text format")]
    [InlineData("  ;; a comment\n(module)", "text format")]
    [InlineData("\u001f\u008b\u0008\u0000", "gzip")]
    [InlineData("(\u00b5/\u00fd\u0004", "zstd")]
    [InlineData("PK\u0003\u0004....", "zip")]
    [InlineData("\u007fELF\u0002\u0001", "native executable")]
    [InlineData("MZ\u0090\u0000", "native executable")]
    [InlineData("{\"schemaVersion\":2}", "JSON")]
    [InlineData("<!DOCTYPE html>", "web page")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "Git LFS")]
    [InlineData("\u0000asn\u0001\u0000\u0000\u0000", "0061736E")]
    [InlineData("x", "78 instead")]
    public void A_file_of_another_kind_is_recognised(string latin1, string expected)
    {
        var error = Refuse(Encoding.Latin1.GetBytes(latin1));

        Assert.Equal("PW1002", error.Id);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Problem.Hint);
    }

    [Fact]
    public void A_tar_archive_is_recognised()
    {
        var tar = new byte[512];
        Encoding.ASCII.GetBytes("plugin.wasm").CopyTo(tar, 0);
        Encoding.ASCII.GetBytes("ustar").CopyTo(tar, 257);

        Assert.Contains("tar archive", Refuse(tar).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_is_told_apart_from_a_module()
    {
        var error = Refuse([0, (byte)'a', (byte)'s', (byte)'m', 13, 0, 1, 0]);

        Assert.Equal("PW1003", error.Id);
        Assert.Contains(
            "this is a WebAssembly component; Proxy-Wasm needs a core module", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    public void Another_version_of_the_format_is_refused(byte version, byte layer)
    {
        var error = Refuse([0, (byte)'a', (byte)'s', (byte)'m', version, 0, layer, 0]);

        Assert.Equal("PW1004", error.Id);
        Assert.Contains($"version {version} (layer {layer})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_header_is_a_truncation()
    {
        Assert.Equal("PW1005", Refuse([0, (byte)'a', (byte)'s']).Id);
        Assert.Equal("PW1005", Refuse([0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0]).Id);
    }

    [Fact]
    public void A_section_beyond_the_end_names_the_section_and_the_offset()
    {
        var error = Refuse(SampleModules.WithHeader([7, 100, 1, 2, 3]));

        Assert.Equal(("PW1005", 10), (error.Id, error.Offset));
        Assert.Contains(
            "truncated at offset 10: export section needs 100 bytes, but only 3 are left",
            error.Message,
            StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> MalformedSections => new()
    {
        { "not a 32-bit LEB128 number", [1, 5, 0x80, 0x80, 0x80, 0x80, 0x80] },
        { "not a 32-bit LEB128 number", [1, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0x10] },
        { "claims 268435455 types", [1, 4, 0xFF, 0xFF, 0xFF, 0x7F] },
        { "unknown form 0x40", [1, 3, 1, 0x40, 0] },
        { "unknown code 0x01", [1, 5, 1, 0x60, 1, 0x01, 0] },
        { "follow after its last entry", [1, 5, 1, 0x60, 0, 0, 0] },
        { "type 0 does not exist", [2, 7, 1, 1, (byte)'m', 1, (byte)'n', 0, 0] },
        { "unknown kind 5", [2, 7, 1, 1, (byte)'m', 1, (byte)'n', 5, 0] },
        { "is not UTF-8", [2, 7, 1, 1, 0xFF, 1, (byte)'n', 0, 0] },
        { "needs 100 bytes, but the section has only 5 left", [2, 7, 1, 100, (byte)'m', 1, (byte)'n', 0, 0] },
        { "unknown flags 0x10", [5, 3, 1, 0x10, 1] },
        { "maximum size of 1, below its minimum of 2", [5, 4, 1, 1, 2, 1] },
        { "more pages than the 65536", [5, 5, 1, 0, 0x81, 0x80, 0x04] },
        { "page size of a memory", [5, 4, 1, 8, 1, 3] },
        { "not a reference", [4, 4, 1, 0x7F, 0, 1] },
        { "function 0, which does not exist", [7, 5, 1, 1, (byte)'f', 0, 0] },
        { "unknown kind 9", [7, 5, 1, 1, (byte)'f', 9, 0] },
        { "start function 3 does not exist", [8, 1, 3] },
        { "0 functions, but has 1 function bodies", [10, 4, 1, 2, 0, 0x0B] },
    };

    [Theory]
    [MemberData(nameof(MalformedSections))]
    [Trait("abi-case", "3")]
    public void Malformed_sections_are_refused_with_a_reason(string expected, byte[] section)
    {
        var error = Refuse(SampleModules.WithHeader(section));

        Assert.Equal("PW1006", error.Id);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Offset ?? -1, 8, 8 + section.Length);
    }

    [Fact]
    public void The_number_of_bodies_must_be_the_number_of_functions()
    {
        Assert.Contains(
            "1 functions, but has 0",
            Refuse(SampleModules.WithHeader(OneType, OneFunction)).Message,
            StringComparison.Ordinal);
        Assert.Equal(1, WasmModuleInfo.Parse(SampleModules.WithHeader(OneType, OneFunction, OneBody)).FunctionCount);
    }

    [Fact]
    public void Sections_out_of_order_or_repeated_are_refused()
    {
        Assert.Contains(
            "type section is repeated or out of order",
            Refuse(SampleModules.WithHeader(OneType, OneType)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "type section is repeated or out of order",
            Refuse(SampleModules.WithHeader(OneFunction[..1], [1, 0], OneType)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_exports_of_one_name_are_refused()
    {
        byte[] exports = [2, 1, (byte)'f', 0, 0, 1, (byte)'f', 0, 0];

        var error = Refuse(SampleModules.WithHeader(OneType, OneFunction, SampleModules.Section(7, exports), OneBody));

        Assert.Contains("'f' is exported twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_messages_cannot_forge_lines_or_move_a_cursor()
    {
        byte[] name = [.. "\u001b[2J\nError: all good\u202e"u8];
        byte[] export = [1, (byte)name.Length, .. name, 0, 0];

        var error = Refuse(SampleModules.WithHeader(SampleModules.Section(7, export)));

        Assert.DoesNotContain(error.Message, character => char.IsControl(character) || character == '\u202e');
        Assert.Contains(@"\u{1b}[2J\u{a}Error", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_longer_than_any_engine_accepts_is_refused()
    {
        byte[] content = [1, 0xA1, 0x8D, 0x06, .. new byte[100_001 + 10]];

        var error = Refuse(SampleModules.WithHeader(SampleModules.Section(2, content)));

        Assert.Equal("PW1007", error.Id);
        Assert.Contains("100001 bytes in the module name of an import", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_custom_sections_are_enough()
    {
        var many = Enumerable.Repeat(SampleModules.Custom("x"), 10_001).ToArray();

        Assert.Equal("PW1007", Refuse(SampleModules.WithHeader(many)).Id);
        Assert.Equal(10_000, WasmModuleInfo.Parse(SampleModules.WithHeader(many[1..])).CustomSections.Length);
    }

    private static ModuleException Refuse(byte[] module) =>
        Assert.Throws<ModuleException>(() => WasmModuleInfo.Parse(module));
}
