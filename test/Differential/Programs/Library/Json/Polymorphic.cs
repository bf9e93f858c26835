using System.Text.Json;
using System.Text.Json.Serialization;

namespace Library.Json;

[JsonDerivedType(typeof(PolyCircle), "circle")]
[JsonDerivedType(typeof(PolySquare), "square")]
public abstract class PolyShape { public string Name { get; set; } }
public sealed class PolyCircle : PolyShape { public double Radius { get; set; } }
public sealed class PolySquare : PolyShape { public int Side { get; set; } [JsonConverter(typeof(PolyHex))] public int Colour { get; set; } }

public sealed class PolyHex : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => Convert.ToInt32(r.GetString(), 16);
    public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) => w.WriteStringValue(v.ToString("x6"));
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<PolyShape>))]
[JsonSerializable(typeof(Dictionary<string, DayOfWeek>))]
public sealed partial class PolyContext : JsonSerializerContext;

public static class Polymorphic
{
    public static void Run()
    {
        var json = JsonSerializer.Serialize([new PolyCircle { Name = "c", Radius = 1.5 }, new PolySquare { Name = "s", Side = 2, Colour = 0xFF00AA }], PolyContext.Default.ListPolyShape);
        Out.Line(json);
        var back = JsonSerializer.Deserialize(json, PolyContext.Default.ListPolyShape);
        Out.Line(((PolyCircle)back[0]).Radius + " " + ((PolySquare)back[1]).Colour);
        Out.Line(JsonSerializer.Serialize(new Dictionary<string, DayOfWeek> { ["d"] = DayOfWeek.Friday }, PolyContext.Default.DictionaryStringDayOfWeek));
    }
}
