using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Library.Json;

public interface IAnimal { string Sound { get; } }
public class Animal : IAnimal { public string Sound => "?"; public int Legs { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement> More { get; set; } }
public class Cat : Animal { public int Lives { get; set; } }
public sealed class Kitten : Cat { public string Toy { get; set; } }
public readonly struct Stone : IAnimal { public string Sound => "none"; public int Weight => 3; }
public sealed class Bag { public JsonObject Rest { get; set; } public List<object> Things { get; set; } }

[JsonSerializable(typeof(Animal))]
[JsonSerializable(typeof(IAnimal))]
[JsonSerializable(typeof(List<object>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Bag))]
public sealed partial class AncestorsContext : JsonSerializerContext;

/// <summary>Values of types that the context does not list are written as the nearest type that it does.</summary>
public static class Ancestors
{
    public static void Run()
    {
        Write([new Kitten { Legs = 4, Toy = "ball" }, "text"]);
        Write([new Stone()]);
        Write([new Uri("http://a/")]);
        var a = JsonSerializer.Deserialize("""{"Legs":3,"x":[1],"y":null}""", AncestorsContext.Default.Animal);
        Out.Line(a.Legs + " " + a.More.Count + a.More["x"] + JsonSerializer.Serialize(a, AncestorsContext.Default.Animal));
        var bag = JsonSerializer.Deserialize("""{"Rest":{"a":1},"Things":[1,"s",null]}""", AncestorsContext.Default.Bag);
        Out.Line(bag.Rest["a"].ToJsonString() + bag.Things.Count + bag.Things[1].GetType().Name);
        Out.Line(JsonSerializer.Serialize(new Bag { Rest = new() { ["k"] = true }, Things = ["t"] }, AncestorsContext.Default.Bag));
    }

    private static void Write(List<object> list)
    {
        try { Out.Line(JsonSerializer.Serialize(list, AncestorsContext.Default.ListObject)); }
        catch (NotSupportedException e) { Out.Line(e.Message.Split('.')[0]); }
    }
}
