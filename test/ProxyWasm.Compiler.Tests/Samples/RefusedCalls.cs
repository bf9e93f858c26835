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

    public static void Readers() => s_value = new StreamReader("a");

    public static void Lambdas() => s_value = (Expression<Func<int>>)(() => 1);

    public static void Directories() => s_value = (Func<string, string[]>)Directory.GetFiles;

    public static void Keyed() => s_value = System.Security.Cryptography.RSA.Create();

    public static void Digests() => s_value = System.Security.Cryptography.SHA3_256.HashData([1]);

    public static void Cultures() => s_value = System.Globalization.CultureInfo.GetCultureInfo("it");

    public static void Interfaces() => s_value = s_value.GetType().GetInterfaces();

    public static void Deadlines() => s_value = new CancellationTokenSource(TimeSpan.FromSeconds(1));

    public static void LateDeadlines() => new CancellationTokenSource().CancelAfter(1);

    public static void Limits() => s_value = Task.CompletedTask.WaitAsync(TimeSpan.FromSeconds(1));

    public static void Clocks() => s_value = TimeProvider.System.CreateTimer(_ => { }, null, default, default);

    public static void Blocking() => new SemaphoreSlim(1).Wait();

    public static void Added() => new System.Text.Json.Nodes.JsonArray().Add(new List<int>());

    public static void Leaving() => Environment.Exit(1);

    /// <summary>Refused only in cases that do not arise here.</summary>
    public static void Allowed()
    {
        using var reader = new StreamReader(new MemoryStream([1, 2]));
        reader.ReadToEnd();
        s_value = new System.Text.Json.Nodes.JsonArray { 1, "two" };
        s_value = new Uri("http://a/b").IdnHost + Path.GetFullPath("a") + Environment.ProcessorCount;
    }

    public static void Loops() => Parallel.For(0, 3, _ => { });
}
