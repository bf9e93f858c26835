using System.Diagnostics;
using Firebase.Sample;
using ProxyWasm.Abi;
using ProxyWasm.Host;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Http;
using Wildgate.Bench.Plugins;

namespace Wildgate.Bench.Firebase;

/// <summary>What a request through firebase-auth costs: with a token that is known, and with one that is new.</summary>
internal sealed class FirebaseBenchmark : IDisposable
{
    private const int KnownRequests = 100_000;
    private const int NewTokens = 2_000;
    private const int WarmUp = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly KeyRing _ring = new(KeyServerApplication.Project, TimeProvider.System);

    public async Task<IReadOnlyList<LatencyResult>> RunAsync(Action<string> progress)
    {
        progress("signing tokens");
        var tokens = Enumerable.Range(0, NewTokens).Select(user => Token($"user-{user}")).ToArray();
        progress("with the host function");
        var native = await MeasureAsync(tokens, new Dictionary<string, ForeignFunction>());
        progress("without");
        var managed = await MeasureAsync(
            tokens, new Dictionary<string, ForeignFunction> { ["verify_signature"] = (in _, _, _) => Status.NotFound });
        return
        [
            native.Known with { Name = "request with a token that is known", Budget = 15 },
            native.New with { Name = "first request with a token, signature by the host", Budget = 200 },
            managed.New with { Name = "first request with a token, signature in C#", Budget = 5000 },
        ];
    }

    public void Dispose() => _ring.Dispose();

    private string Token(string user) => _ring.Token(user, "securetoken.google.com", TimeSpan.FromHours(1));

    private async Task<(LatencyResult Known, LatencyResult New)> MeasureAsync(
        string[] tokens, IReadOnlyDictionary<string, ForeignFunction> functions)
    {
        await using var host = new PluginHost(new PluginHostOptions
        {
            Workers = 1,
            Callouts = new KeyTransport(_ring.WebKeys().ToJsonString()),
            ForeignFunctions = functions,
        });
        var plugin = await host.LoadAsync(new PluginOptions
        {
            Name = "firebase-auth",
            Code = BuiltPlugin.FirebaseAuth.Read(),
            Configuration = """{ "projectId": "my-project", "keys": { "cluster": "keys" } }"""u8.ToArray(),
        });
        var chain = host.CreateHttpChain(plugin);
        await WaitForKeysAsync(chain, Token("first"));

        // The first ones only settle the just-in-time compiler.
        var fresh = LatencyResult.Of(tokens.Select(token => Time(chain, token)).Skip(WarmUp));
        var known = tokens[^1];
        for (var count = 0; count < KnownRequests / 10; count++)
        {
            Time(chain, known);
        }

        return (LatencyResult.Of(Enumerable.Range(0, KnownRequests).Select(_ => Time(chain, known))), fresh);
    }

    private static async Task WaitForKeysAsync(HttpFilterChain chain, string token)
    {
        var start = Stopwatch.GetTimestamp();
        while (!TryRun(chain, token))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new BenchException("the plugin has not let a good token pass");
            }

            await Task.Delay(20);
        }
    }

    private static double Time(HttpFilterChain chain, string token)
    {
        var start = Stopwatch.GetTimestamp();
        if (!TryRun(chain, token))
        {
            throw new BenchException("a good token was refused");
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    // A whole stream; whether the upstream would have been told who the user is.
    private static bool TryRun(HttpFilterChain chain, string token)
    {
        var stream = chain.Open(new Info());
        stream.RequestHeaders.Load(":method", "GET");
        stream.RequestHeaders.Load(":path", "/index.html?a=b");
        stream.RequestHeaders.Load(":authority", "example.test");
        stream.RequestHeaders.Load(":scheme", "https");
        stream.RequestHeaders.Load("user-agent", "bench/1.0");
        stream.RequestHeaders.Load("accept", "*/*");
        stream.RequestHeaders.Load("authorization", "Bearer " + token);
        var sending = stream.Request.SendHeadersAsync(endOfStream: true);
        var isKnown = sending.IsCompletedSuccessfully && stream.RequestHeaders.Get("x-firebase-uid") is not null;
        stream.FinishAsync().AsTask().GetAwaiter().GetResult();
        return isKnown;
    }

    private sealed class Info : HttpStreamInfo;
}
