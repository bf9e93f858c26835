using System.Text.Json.Nodes;
using Plugins.Tests.Building;
using ProxyWasm.Abi;
using ProxyWasm.Host;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Testing;

namespace Plugins.Tests.FirebaseAuth;

/// <summary>firebase-auth as a module in the test host: keys by callout, headers, answers, counters.</summary>
public class FirebaseAuthTests(KeyFixture keys) : IClassFixture<KeyFixture>
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("FirebaseAuth");

    private const string Configuration = """
        { "projectId": "wild-gate-1", "keys": { "cluster": "google" }, "claims": ["email", "email_verified"] }
        """;

    [Fact]
    public async Task Keys_are_fetched_from_Google_at_the_start()
    {
        await using var host = await StartAsync(Configuration);

        var call = Assert.Single(host.Upstreams.Calls);
        Assert.Equal("www.googleapis.com", call.Headers[":authority"]);
        Assert.Equal("/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com", call.Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_upstream_is_told_who_the_user_is_whoever_checks_the_signature(bool hasHostFunction)
    {
        await using var host = await StartWithKeysAsync(Configuration, hasHostFunction: hasHostFunction);
        var stream = Send(host, TokenMaker.Sign(keys.First), ("x-firebase-uid", "root"), ("x_firebase_uid", "root"), ("x-firebase-role", "admin"));

        Assert.Null(stream.LocalResponse);
        Assert.Equal("cat-7", stream.Request.Headers["x-firebase-uid"]);
        Assert.Equal("cat@example.com", stream.Request.Headers["x-firebase-email"]);
        Assert.Equal("true", stream.Request.Headers["x-firebase-email-verified"]);
        Assert.Null(stream.Request.Headers["x_firebase_uid"]);
        Assert.Null(stream.Request.Headers["x-firebase-role"]);
        Assert.Equal(1ul, host.Metric("firebase_auth.granted").Value);
        Assert.Equal(401, Send(host, TokenMaker.Sign(keys.First)[..^4] + "AAAA").LocalResponse?.StatusCode);
        Assert.Equal(1ul, host.Metric("firebase_auth.denied.signature").Value);
    }

    [Fact]
    public async Task Without_a_token_there_is_a_challenge_without_an_error()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        var answer = Send(host, null).LocalResponse!;

        Assert.Equal(401, answer.StatusCode);
        Assert.Equal("Bearer realm=\"wild-gate-1\"", answer.Headers["www-authenticate"]);
        Assert.Equal(1ul, host.Metric("firebase_auth.denied.missing").Value);
    }

    [Fact]
    public async Task A_bad_token_is_refused_with_its_reason_and_appears_nowhere()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        var claims = TokenMaker.Claims();
        claims["aud"] = "other";
        var token = TokenMaker.Sign(keys.First, claims);
        var answer = Send(host, token).LocalResponse!;

        Assert.Equal(401, answer.StatusCode);
        Assert.Equal(
            "Bearer realm=\"wild-gate-1\", error=\"invalid_token\", error_description=\"audience\"", answer.Headers["www-authenticate"]);
        Assert.Equal(1ul, host.Metric("firebase_auth.denied.audience").Value);
        Assert.DoesNotContain(host.Logs, record => record.Message.Contains(token[..20], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verified_token_is_refused_when_it_has_ended()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        var token = TokenMaker.Sign(keys.First);
        Assert.Null(Send(host, token).LocalResponse);
        host.Advance(TimeSpan.FromSeconds(3300 + 59));
        Assert.Null(Send(host, token).LocalResponse);
        host.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(401, Send(host, token).LocalResponse?.StatusCode);
        Assert.Equal(1ul, host.Metric("firebase_auth.denied.expired").Value);
    }

    [Fact]
    public async Task Requests_wait_for_the_first_keys_together()
    {
        await using var host = await StartAsync(Configuration);
        var first = Send(host, TokenMaker.Sign(keys.First));
        var second = Send(host, TokenMaker.Sign(keys.Second));
        var leaving = Send(host, TokenMaker.Sign(keys.First));
        Assert.True(first.Request.IsPaused);
        leaving.Finish();

        Assert.Single(host.Upstreams.Calls).Reply(Answer(keys.First));

        Assert.Equal("cat-7", first.Request.Headers["x-firebase-uid"]);
        Assert.True(first.Request.HasHeaders);
        Assert.Equal(401, second.LocalResponse?.StatusCode);
        Assert.Equal(1ul, host.Metric("firebase_auth.denied.unknown_key").Value);
    }

    [Fact]
    public async Task Without_keys_the_answer_is_503_until_there_are_some()
    {
        await using var host = await StartAsync(Configuration);
        var stream = Send(host, TokenMaker.Sign(keys.First));
        host.Upstreams.Calls[0].Reply(500);
        Assert.Equal(503, stream.LocalResponse?.StatusCode);
        Assert.Equal(503, Send(host, TokenMaker.Sign(keys.First)).LocalResponse?.StatusCode);

        host.Advance(TimeSpan.FromSeconds(1));
        host.Upstreams.Calls[1].Reply(Answer(keys.First));

        Assert.Null(Send(host, TokenMaker.Sign(keys.First)).LocalResponse);
        Assert.Equal(1ul, host.Metric("firebase_auth.key_fetch_failed").Value);
    }

    [Fact]
    public async Task A_new_key_is_looked_for_once_a_minute_and_a_withdrawn_one_forgotten()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        Assert.Null(Send(host, TokenMaker.Sign(keys.First)).LocalResponse);
        Assert.Equal(401, Send(host, TokenMaker.Sign(keys.Second)).LocalResponse?.StatusCode);
        Assert.Single(host.Upstreams.Calls);

        host.Advance(TimeSpan.FromSeconds(60));
        var stream = Send(host, TokenMaker.Sign(keys.Second));
        Assert.True(stream.Request.IsPaused);
        host.Upstreams.Calls[1].Reply(Answer(keys.Second));

        Assert.True(stream.Request.HasHeaders);
        Assert.Equal(401, Send(host, TokenMaker.Sign(keys.First)).LocalResponse?.StatusCode);
        Assert.Equal(2, host.Upstreams.Calls.Count);
    }

    [Fact]
    public async Task Keys_are_fetched_ahead_and_kept_while_the_key_server_is_away()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        host.Advance(TimeSpan.FromSeconds(799));
        Assert.Single(host.Upstreams.Calls);
        host.Advance(TimeSpan.FromSeconds(1));
        host.Upstreams.Calls[1].Fail();
        host.Advance(TimeSpan.FromSeconds(200));

        Assert.Null(Send(host, TokenMaker.Sign(keys.First)).LocalResponse);
        Assert.Contains(host.Logs, record => record.Message.Contains("no new keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_with_a_bad_key_changes_nothing()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        using var small = new SigningKey("small", 1024);
        host.Advance(TimeSpan.FromSeconds(800));
        host.Upstreams.Calls[1].Reply(Answer(keys.Second, small));

        Assert.Null(Send(host, TokenMaker.Sign(keys.First)).LocalResponse);
        Assert.Equal(401, Send(host, TokenMaker.Sign(keys.Second)).LocalResponse?.StatusCode);
    }

    [Fact]
    public async Task Preflights_pass_and_nothing_else_of_OPTIONS()
    {
        await using var host = await StartWithKeysAsync(Configuration);
        var preflight = host.OpenStream();
        preflight.RequestHeaders(
            (":method", "OPTIONS"), (":path", "/"), (":authority", "a"), ("origin", "https://a.example"),
            ("access-control-request-method", "PUT"), ("x-firebase-uid", "root"));
        var plain = host.OpenStream();
        plain.RequestHeaders((":method", "OPTIONS"), (":path", "/"), (":authority", "a"), ("origin", "https://a.example"));

        Assert.True(preflight.Request.HasHeaders);
        Assert.Null(preflight.Request.Headers["x-firebase-uid"]);
        Assert.Equal(401, plain.LocalResponse?.StatusCode);
    }

    [Fact]
    public async Task Optional_tokens_may_be_missing_but_not_bad_and_can_be_taken_out()
    {
        await using var host = await StartWithKeysAsync(
            """{ "projectId": "wild-gate-1", "keys": { "cluster": "google" }, "optional": true, "removeToken": true }""");
        var anonymous = Send(host, null, ("x-firebase-uid", "root"));
        var known = Send(host, TokenMaker.Sign(keys.First));

        Assert.True(anonymous.Request.HasHeaders);
        Assert.Null(anonymous.Request.Headers["x-firebase-uid"]);
        Assert.Equal("cat-7", known.Request.Headers["x-firebase-uid"]);
        Assert.Null(known.Request.Headers["authorization"]);
        Assert.Equal(401, Send(host, "abc").LocalResponse?.StatusCode);
    }

    [Fact]
    public async Task Session_cookies_and_ID_tokens_do_not_stand_for_each_other()
    {
        await using var host = await StartAsync("""
            { "projectId": "wild-gate-1", "keys": { "cluster": "google" }, "session": { "keys": { "cluster": "google" } } }
            """);
        host.Upstreams.Calls[0].Reply(Answer(keys.First));
        host.Upstreams.Calls[1].Reply(200, SigningKey.Certificates(keys.Second), ("cache-control", "max-age=1000"));
        var cookie = TokenMaker.Sign(keys.Second, TokenMaker.CookieClaims());

        Assert.Equal("cat-7", Send(host, null, ("cookie", $"a=b; session={cookie}")).Request.Headers["x-firebase-uid"]);
        Assert.Equal(401, Send(host, null, ("cookie", $"session={TokenMaker.Sign(keys.First)}")).LocalResponse?.StatusCode);
        Assert.Equal(401, Send(host, TokenMaker.Sign(keys.First, TokenMaker.CookieClaims())).LocalResponse?.StatusCode);
        Assert.Equal("/identitytoolkit/v3/relyingparty/publicKeys", host.Upstreams.Calls[1].Path);
    }

    [Fact]
    public async Task The_emulator_is_for_development_alone()
    {
        const string Emulator = """{ "projectId": "wild-gate-1", "keys": { "cluster": "google" }, "emulator": true }""";
        await Assert.ThrowsAsync<PluginLoadException>(() => StartAsync(Emulator));

        await using var host = await StartAsync(Emulator, vmConfiguration: "development");
        var stream = Send(host, TokenMaker.Unsigned());
        Assert.Equal("cat-7", stream.Request.Headers["x-firebase-uid"]);
        Assert.NotNull(stream.ResponseHeaders((":status", "200")).Headers["x-firebase-emulator"]);
        Assert.Equal(401, Send(host, TokenMaker.Sign(keys.First)).LocalResponse?.StatusCode);
        Assert.Contains(host.Logs, record => record.Message.Contains("emulator", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"users":[{"localId":"cat-7","validSince":"1"}]}""", null)]
    [InlineData("""{"users":[{"localId":"cat-7","validSince":"1763999500"}]}""", "revoked")]
    [InlineData("""{"users":[{"localId":"cat-7","disabled":true}]}""", "disabled")]
    [InlineData("nonsense", "lookup_failed")]
    public async Task Revoked_sessions_and_disabled_users_are_refused_when_somebody_asks(string answer, string? reason)
    {
        await using var host = await StartWithKeysAsync("""
            { "projectId": "wild-gate-1", "keys": { "cluster": "google" }, "revocation": { "cluster": "toolkit", "apiKey": "k" } }
            """);
        var token = TokenMaker.Sign(keys.First);
        var stream = Send(host, token);
        var call = host.Upstreams.Calls[1];
        Assert.Equal("/v1/accounts:lookup?key=k", call.Path);
        Assert.Equal(token, JsonNode.Parse(call.Text)!["idToken"]!.GetValue<string>());
        call.Reply(200, answer);

        Assert.Equal(reason is null, stream.Request.HasHeaders && stream.LocalResponse is null);
        if (reason is not null)
        {
            Assert.Equal(1ul, host.Metric($"firebase_auth.denied.{reason}").Value);
        }
        else
        {
            Assert.Null(Send(host, token).LocalResponse);
            Assert.Equal(2, host.Upstreams.Calls.Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{ "projectId": "", "keys": { "cluster": "google" } }""")]
    [InlineData("""{ "projectId": "a b", "keys": { "cluster": "google" } }""")]
    [InlineData("""{ "projectId": "a" }""")]
    [InlineData("""{ "projectId": "a", "keys": { "cluster": "" } }""")]
    [InlineData("""{ "projectId": "a", "keys": { "cluster": "google" }, "skewSeconds": 301 }""")]
    [InlineData("""{ "projectId": "a", "keys": { "cluster": "google" }, "claims": ["uid"] }""")]
    [InlineData("""{ "projectId": "a", "keys": { "cluster": "google" }, "claims": ["a_b", "a-b"] }""")]
    [InlineData("""{ "projectId": "a", "keys": { "cluster": "google" }, "headerPrefix": "X-" }""")]
    public async Task It_does_not_start_with_settings_that_make_no_sense(string configuration) =>
        await Assert.ThrowsAsync<PluginLoadException>(() => StartAsync(configuration));

    private static TestAnswer Answer(params SigningKey[] keys) =>
        new(200, SigningKey.WebKeys(keys)) { Headers = [("cache-control", "public, max-age=1000")] };

    private static TestStream Send(TestHost host, string? token, params (string Name, string Value)[] headers)
    {
        var stream = host.OpenStream();
        stream.RequestHeaders(
        [
            (":method", "GET"), (":path", "/"), (":authority", "a"),
            .. token is null ? Array.Empty<(string, string)>() : [("authorization", $"Bearer {token}")], .. headers,
        ]);
        return stream;
    }

    private async Task<TestHost> StartAsync(string configuration, string vmConfiguration = "", bool hasHostFunction = true)
    {
        var upstreams = new TestUpstreams();
        upstreams.Add("google");
        upstreams.Add("toolkit");
        var options = new TestHostOptions
        {
            StartTime = DateTimeOffset.FromUnixTimeSeconds(TokenMaker.Now),
            Upstreams = upstreams,
            ForeignFunctions = hasHostFunction
                ? new Dictionary<string, ForeignFunction>()
                : new Dictionary<string, ForeignFunction> { ["verify_signature"] = (in _, _, _) => Status.NotFound },
        };
        var plugin = Plugin with
        {
            Configuration = configuration,
            VmConfiguration = vmConfiguration,
        };
        return await TestHost.StartAsync(plugin, options, TestContext.Current.CancellationToken);
    }

    private async Task<TestHost> StartWithKeysAsync(string configuration, bool hasHostFunction = true)
    {
        var host = await StartAsync(configuration, hasHostFunction: hasHostFunction);
        host.Upstreams.Calls[0].Reply(Answer(keys.First));
        return host;
    }
}
