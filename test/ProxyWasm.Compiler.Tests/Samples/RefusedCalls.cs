using System.Diagnostics;
using System.Linq.Expressions;
using System.Net.Http;
using System.Reflection;
using System.Text.Json;

/// <summary>One call each that cannot run in a module.</summary>
public static class RefusedCalls
{
    private static object s_value = "text";

    public static void Properties() => s_value.GetType().GetProperties();

    public static void ByName() => Type.GetType("System.String");

    public static void Loading() => Assembly.Load("other");

    public static void Creating() => Activator.CreateInstance(s_value.GetType());

    public static void CompilingCode() => ((Expression<Func<int>>)(() => 1)).Compile();

    public static void Dynamic()
    {
        dynamic value = s_value;
        value.Trim();
    }

    public static void Threads() => new Thread(() => { }).Start();

    public static void Sleeping() => Thread.Sleep(1);

    public static void Waiting() => Monitor.Wait(s_value);

    public static void Delaying() => Task.Delay(1);

    public static void Timing() => new Timer(_ => { }, null, 1, 1);

    public static void Files() => File.ReadAllText("a");

    public static void Streams() => new FileStream("a", FileMode.Open);

    public static void Http() => new HttpClient();

    public static void Sockets() => System.Net.Dns.GetHostName();

    public static void Starting() => Process.Start("a");

    public static void Zones() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static void Json() => JsonSerializer.Serialize(new List<int>());

    public static void Keys() => Console.ReadLine();

    public static void Loops() => Parallel.For(0, 3, _ => { });
}
