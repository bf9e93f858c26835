using System.Collections;
using System.Resources;
using System.Runtime.CompilerServices;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Exception messages and other texts that base library assemblies keep in resources.</summary>
internal static class ResourceStrings
{
    private static readonly ConditionalWeakTable<Module, Dictionary<string, string>> Cache = [];

    public static string? Find(Module module, string key) => Cache.GetValue(module, Read).GetValueOrDefault(key);

    private static Dictionary<string, string> Read(Module module)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var handle in module.Metadata.ManifestResources)
        {
            var resource = module.Metadata.GetManifestResource(handle);
            if (!module.Metadata.GetString(resource.Name).EndsWith(".resources", StringComparison.Ordinal)
                || !resource.Implementation.IsNil)
            {
                continue;
            }

            var directory = module.Image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
            var section = module.Image.GetSectionData(directory);
            var length = section.GetReader((int)resource.Offset, sizeof(int)).ReadInt32();
            var bytes = section.GetContent((int)resource.Offset + sizeof(int), length);
            using var reader = new ResourceReader(new MemoryStream([.. bytes]));
            foreach (DictionaryEntry entry in reader)
            {
                if (entry.Value is string text)
                {
                    result[(string)entry.Key] = text;
                }
            }
        }

        return result;
    }
}
