using System.Text.Json;
using System.Text.Json.Serialization;

namespace Library.Json;

public sealed class FastItem { public int Id { get; set; } public string Name { get; set; } public decimal Price { get; set; } public bool[] Flags { get; set; } public FastItem Next { get; set; } }

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, WriteIndented = true)]
[JsonSerializable(typeof(FastItem))]
public sealed partial class FastContext : JsonSerializerContext;

public static class GeneratedFast
{
    public static void Run() => Out.Line(JsonSerializer.Serialize(new FastItem { Id = 1, Name = "n<é>", Price = 9.90m, Flags = [true, false], Next = new() { Id = 2 } }, FastContext.Default.FastItem));
}
