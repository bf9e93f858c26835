using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Diagnostics;

/// <summary>Reads source positions from an assembly's portable debug information, embedded or beside it.</summary>
internal static class SourcePositions
{
    public static (string? File, int Line) Find(IlMethod method, int ilOffset)
    {
        var module = method.Definition.Owner.Module;
        if (method.Definition.Handle.IsNil || Open(module) is not { } provider)
        {
            return (null, 0);
        }

        using (provider)
        {
            var reader = provider.GetMetadataReader();
            var information = reader.GetMethodDebugInformation(method.Definition.Handle);
            (string?, int) best = (null, 0);
            foreach (var point in information.GetSequencePoints())
            {
                if (!point.IsHidden && (point.Offset <= ilOffset || best.Item1 is null))
                {
                    var document = reader.GetDocument(point.Document);
                    best = (reader.GetString(document.Name), point.StartLine);
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
