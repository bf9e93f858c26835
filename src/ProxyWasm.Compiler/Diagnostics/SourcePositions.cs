using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Diagnostics;

/// <summary>Reads source positions from an assembly's portable debug information, embedded or beside it.</summary>
internal static class SourcePositions
{
    /// <summary>Null without debug information.</summary>
    public static SourcePosition? Find(IlMethod method, int ilOffset)
    {
        var module = method.Definition.Owner.Module;
        if (method.Definition.Handle.IsNil || Open(module) is not { } provider)
        {
            return null;
        }

        using (provider)
        {
            var reader = provider.GetMetadataReader();
            var information = reader.GetMethodDebugInformation(method.Definition.Handle);
            SourcePosition? best = null;
            foreach (var point in information.GetSequencePoints())
            {
                if (!point.IsHidden && (point.Offset <= ilOffset || best is null))
                {
                    var document = reader.GetDocument(point.Document);
                    best = new SourcePosition(reader.GetString(document.Name), point.StartLine, point.StartColumn);
                }
            }

            return best;
        }
    }

    private static MetadataReaderProvider? Open(Module module)
    {
        foreach (var entry in module.Image.ReadDebugDirectory())
        {
            if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
            {
                return module.Image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            }
        }

        var path = Path.ChangeExtension(module.Path, ".pdb");
        return File.Exists(path) ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path)) : null;
    }
}
