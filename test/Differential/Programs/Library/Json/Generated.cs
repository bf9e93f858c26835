using System.Text.Json;
using System.Text.Json.Serialization;

namespace Library.Json;

public sealed class GeneratedAddress { public string Street { get; set; } public int? Number { get; set; } }
public enum GeneratedLevel { Low, High }
public sealed record GeneratedPoint(int X, double Y);

public sealed class GeneratedPerson
{
    public string Name { get; set; }
    [JsonPropertyName("years")] public int Age { get; set; }
    [JsonIgnore] public string Secret { get; set; } = "s";
    public List<string> Tags { get; set; } = [];
    public Dictionary<string, GeneratedAddress> Homes { get; set; } = [];
    public GeneratedLevel Level { get; set; }
    public GeneratedPoint[] Points { get; set; }
    public DateTimeOffset? When { get; set; }
    public required string Id { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GeneratedPerson))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(bool))]
public sealed partial class GeneratedContext : JsonSerializerContext;

public static class Generated
{
    public static void Run()
    {
        var p = new GeneratedPerson { Id = "i", Name = "Ann", Age = 3, Tags = ["x", "y\""], Homes = { ["h"] = new() { Street = "S", Number = 4 } }, Level = GeneratedLevel.High, Points = [new(1, 2.5)], When = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero) };
        var json = JsonSerializer.Serialize(p, GeneratedContext.Default.GeneratedPerson);
        Out.Line(json);
        var q = JsonSerializer.Deserialize(json, GeneratedContext.Default.GeneratedPerson);
        Out.Line(q.Name + q.Age + q.Tags[1] + q.Homes["h"].Number + q.Level + q.Points[0] + q.When.Value.Year + q.Secret + q.Id);
        Out.Line(JsonSerializer.Serialize(new[] { 1, 2 }, GeneratedContext.Default.Int32Array));
        foreach (var bad in new[] { "{}", "{\"id\":1}", "{\"id\":\"a\",\"years\":\"x\"}", "[", "null" })
        {
            try { Out.Line(JsonSerializer.Deserialize(bad, GeneratedContext.Default.GeneratedPerson)?.Id ?? "null"); }
            catch (JsonException e) { Out.Line(e.Message); }
        }
    }
}
