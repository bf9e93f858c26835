using ProxyWasm.Compiler.Loading;
using Module = ProxyWasm.Compiler.Loading.Module;

namespace ProxyWasm.Compiler.Linking;

/// <summary>
/// Sections that the program wants in its module: <c>[assembly: WasmCustomSection("name", "text")]</c>, from whatever
/// namespace the attribute is. Engines pass over them; tools read them.
/// </summary>
internal static class CustomSections
{
    private const string AttributeName = "WasmCustomSectionAttribute";
    private const byte SectionId = 0;

    public static byte[] Append(byte[] module, Module assembly)
    {
        if (!assembly.Metadata.IsAssembly)
        {
            return module;
        }

        var writer = new ByteWriter();
        writer.Bytes(module);
        foreach (var handle in assembly.Metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            if (CustomAttributes.NameOf(assembly, handle) == AttributeName)
            {
                var arguments = assembly.Metadata.GetCustomAttribute(handle).DecodeValue(AttributeTypes.Instance);
                var section = new ByteWriter();
                section.Text(arguments.FixedArguments[0].Value as string ?? "");
                section.Bytes(System.Text.Encoding.UTF8.GetBytes(arguments.FixedArguments[1].Value as string ?? ""));
                writer.Section(SectionId, section);
            }
        }

        return writer.ToArray();
    }
}
