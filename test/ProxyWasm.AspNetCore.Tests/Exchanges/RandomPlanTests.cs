using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

/// <summary>
/// Exchanges, streams and contexts are reused. Requests tell the plugin what to do with them, at random; whatever the
/// requests before and beside did, each gets exactly what it asked for.
/// </summary>
public sealed class RandomPlanTests
{
    private const int Requests = 10_000;
    private const int Connections = 32;

    // The plan is a list of letters in the header x-plan, the request's own text is in x-seed. The plan is kept as a
    // property of the stream, so that later callbacks know it.
    private static readonly string Plugin = Wat.Plugin(
        """
        (global $plan (mut i64) (i64.const 0))
        (func $has (param $letter i32) (result i32)
          (i32.wrap_i64 (i64.and (i64.const 1)
            (i64.shr_u (global.get $plan) (i64.extend_i32_u (i32.sub (local.get $letter) (i32.const 97)))))))
        (func $read_plan
          (local $i i32)
          (global.set $plan (i64.const 0))
          (if (call $property 'plan') (then (return)))
          (block $done
            (loop $next
              (br_if $done (i32.ge_u (local.get $i) (call $size)))
              (global.set $plan (i64.or (global.get $plan) (i64.shl (i64.const 1) (i64.extend_i32_u
                (i32.sub (i32.load8_u (i32.add (call $at) (local.get $i))) (i32.const 97))))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br $next))))

        """,
        // a: adds a header; b: holds and resumes; c: answers; d: resets.
        Wat.RequestHeaders("""
            (if (call $property 'plan') (then) (else (call $say 'a plan of another stream')))
            (if (i32.eqz (call $request 'x-plan'))
              (then (drop (call $set_property 'plan' (call $at) (call $size)))))
            (if (i32.eqz (call $request 'x-seed'))
              (then (drop (call $set_property 'seed' (call $at) (call $size)))))
            (call $read_plan)
            (drop (call $remove (i32.const 0) 'content-length'))
            (if (call $has (i32.const 97))
              (then
                (drop (call $property 'seed'))
                (drop (call $add (i32.const 0) 'x-added' (call $at) (call $size)))))
            (if (call $has (i32.const 99))
              (then
                (drop (call $property 'seed'))
                (call $answer (i32.const 403) (call $at) (call $size))
                (return (i32.const 1))))
            (if (call $has (i32.const 100))
              (then (drop (call $close (i32.const 0)))))
            (if (call $has (i32.const 98))
              (then (drop (call $continue (i32.const 0))) (return (i32.const 1))))
            (i32.const 0)
            """),
        // f: holds the whole body and puts the seed before it.
        Wat.RequestBody("""
            (call $read_plan)
            (if (call $has (i32.const 102))
              (then
                (if (i32.eqz (local.get $end)) (then (return (i32.const 1))))
                (drop (call $property 'seed'))
                (drop (call $set_body (i32.const 0) (i32.const 0) (i32.const 0) (call $at) (call $size)))))
            (i32.const 0)
            """),
        // h: a header; i: status 418; j: answers; k: holds and resumes.
        Wat.ResponseHeaders("""
            (call $read_plan)
            (drop (call $remove (i32.const 2) 'content-length'))
            (if (call $has (i32.const 104))
              (then
                (drop (call $property 'seed'))
                (drop (call $add (i32.const 2) 'x-seen' (call $at) (call $size)))))
            (if (call $has (i32.const 105))
              (then (drop (call $replace (i32.const 2) ':status' '418'))))
            (if (call $has (i32.const 106))
              (then
                (drop (call $property 'seed'))
                (call $answer (i32.const 410) (call $at) (call $size))
                (return (i32.const 0))))
            (if (call $has (i32.const 107))
              (then (drop (call $continue (i32.const 1))) (return (i32.const 1))))
            (i32.const 0)
            """),
        // l: holds the whole body and puts the seed behind it.
        Wat.ResponseBody("""
            (call $read_plan)
            (if (call $has (i32.const 108))
              (then
                (if (i32.eqz (local.get $end)) (then (return (i32.const 1))))
                (drop (call $property 'seed'))
                (drop (call $set_body (i32.const 1) (i32.const -1) (i32.const 0) (call $at) (call $size)))))
            (i32.const 0)
            """));

    [Fact]
    public async Task Each_request_gets_what_it_asked_for()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var options = new TestServerOptions { Workers = 2 };
        await using var server = await TestServer.StartAsync(options, AnswerAsync, Plugin);
        var left = Requests;
        var mistakes = new ConcurrentQueue<string>();

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async lane =>
        {
            var random = new Random(seed + lane);
            while (Interlocked.Decrement(ref left) is >= 0 and var number)
            {
                var plan = Plan.Draw(random, number);
                var found = await SendAsync(server, plan, lane % 2 == 0 ? "1.1" : "2.0");
                if (found != plan.Expected)
                {
                    mistakes.Enqueue($"{plan.Letters} {plan.Seed}: expected {plan.Expected}, found {found}");
                }
            }
        }));

        Assert.True(mistakes.IsEmpty, $"seed {seed}: {mistakes.Count} mistakes\n{string.Join('\n', mistakes.Take(10))}");
        Assert.Empty(server.PluginLog.Messages);
        Assert.Empty(server.Log.Records);
    }

    // The added header, then the body.
    private static async Task AnswerAsync(HttpContext context)
    {
        await context.Response.WriteAsync($"{context.Request.Headers["x-added"]}|");
        await context.Request.Body.CopyToAsync(context.Response.Body);
    }

    private static async Task<string> SendAsync(TestServer server, Plan plan, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative))
        {
            Content = new StringContent(plan.Body),
        };
        request.Headers.TryAddWithoutValidation("x-plan", plan.Letters);
        request.Headers.TryAddWithoutValidation("x-seed", plan.Seed);
        try
        {
            using var response = await server.SendAsync(version, request, CancellationToken.None);
            return $"{(int)response.StatusCode} {response.Header("x-seen")} {await response.TextAsync()}";
        }
        catch (HttpRequestException)
        {
            return "reset";
        }
    }

    private sealed record Plan(string Letters, string Seed, string Body)
    {
        public string Expected
        {
            get
            {
                if (Letters.Contains('c', StringComparison.Ordinal))
                {
                    return Answer(403);
                }

                if (Letters.Contains('d', StringComparison.Ordinal))
                {
                    return "reset";
                }

                // What the application writes first is out before it reads.
                if (Letters.Contains('j', StringComparison.Ordinal))
                {
                    return $"410  {Seed}";
                }

                var status = Letters.Contains('i', StringComparison.Ordinal) ? 418 : 200;
                return $"{status} {If('h', $"[{Seed}]")} {If('a', Seed)}|{If('f', Seed)}{Body}{If('l', Seed)}";
            }
        }

        public static Plan Draw(Random random, int number)
        {
            var letters = string.Concat("abcdfhijkl".Where(letter => random.Next("cdj".Contains(letter) ? 12 : 2) == 0));
            var seed = string.Create(CultureInfo.InvariantCulture, $"seed-{number}");
            return new Plan(letters.Length == 0 ? "z" : letters, seed, new string('x', random.Next(1, 5000)));
        }

        private string If(char letter, string text) => Letters.Contains(letter, StringComparison.Ordinal) ? text : "";

        // A local response passes the plugin's own response callbacks; another one from there does not count.
        private string Answer(int status)
        {
            var shown = Letters.Contains('i', StringComparison.Ordinal) ? 418 : status;
            return $"{shown} {If('h', $"[{Seed}]")} {Seed}{If('l', Seed)}";
        }
    }
}
