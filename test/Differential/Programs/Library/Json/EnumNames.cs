using System.Text.Json;
using System.Text.Json.Serialization;

namespace Library.Json;

[Flags] public enum NamedFlags { None = 0, [JsonStringEnumMemberName("read-only")] Read = 1, Write = 2, All = 3 }
public enum NamedPlain : byte { First, [JsonStringEnumMemberName("the second")] Second }

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(NamedFlags))]
[JsonSerializable(typeof(NamedPlain?))]
[JsonSerializable(typeof(Dictionary<NamedPlain, int>))]
public sealed partial class EnumNamesContext : JsonSerializerContext;

public static class EnumNames
{
    public static void Run()
    {
        foreach (var f in new[] { NamedFlags.None, NamedFlags.Read, NamedFlags.Write, NamedFlags.All, (NamedFlags)9 })
            Out.Line(JsonSerializer.Serialize(f, EnumNamesContext.Default.NamedFlags));
        foreach (var s in new[] { "\"read-only\"", "\"Write, read-only\"", "\"write\"", "3", "\"x\"" })
            Out.Try(s, () => Out.Line(JsonSerializer.Deserialize(s, EnumNamesContext.Default.NamedFlags).ToString()));
        Out.Line(JsonSerializer.Serialize(NamedPlain.Second, EnumNamesContext.Default.NullableNamedPlain) + JsonSerializer.Serialize(null, EnumNamesContext.Default.NullableNamedPlain));
        Out.Line(JsonSerializer.Serialize(new Dictionary<NamedPlain, int> { [NamedPlain.Second] = 2, [NamedPlain.First] = 1 }, EnumNamesContext.Default.DictionaryNamedPlainInt32));
    }
}
