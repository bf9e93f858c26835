using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Firebase.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Plugins.Tests.Building;

namespace Plugins.Tests.Serving;

/// <summary>samples/firebase as it is: the gateway, the key server that signs, and clients, on real sockets.</summary>
public sealed class FirebaseSampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_with_a_token_arrive_with_their_uid_and_others_do_not()
    {
        await using var keyServer = await StartKeyServerAsync();
        await using var gateway = await StartGatewayAsync(keyServer);

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(gateway, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(gateway, "a.b.c")).Status);
        var token = Token(keyServer, "cat");
        var (status, text) = await AskUntilThereAreKeysAsync(() => AskAsync(gateway, token));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\nx-firebase-uid: cat\n", text, StringComparison.Ordinal);
        Assert.Contains("\nx-firebase-email: cat@example.com\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody-else", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_cookies_are_good_as_cookies_only()
    {
        await using var keyServer = await StartKeyServerAsync();
        await using var gateway = await StartGatewayAsync(keyServer);
        var cookie = Ring(keyServer).Token("cat", "session.firebase.google.com", TimeSpan.FromDays(5));

        var (_, text) = await AskUntilThereAreKeysAsync(() => AskWithCookieAsync(gateway, cookie));

        Assert.Contains("x-firebase-uid: cat\n", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(gateway, cookie)).Status);
    }

    [Fact]
    public async Task Rotated_keys_and_an_outage_of_the_key_server_bring_no_wrong_verdict()
    {
        await using var keyServer = await StartKeyServerAsync();
        await using var gateway = await StartGatewayAsync(keyServer);
        var old = Token(keyServer, "old");
        var (first, _) = await AskUntilThereAreKeysAsync(() => AskAsync(gateway, old));
        Assert.Equal(HttpStatusCode.OK, first);

        keyServer.Services.GetRequiredService<KeyServerState>().SetAway(true);
        for (var user = 0; user < 20; user++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, Token(keyServer, $"user-{user}"))).Status);
        }

        // A key that nobody could fetch yet: not let in, and those with known keys still are.
        Ring(keyServer).Rotate();
        Assert.NotEqual(HttpStatusCode.OK, (await AskAsync(gateway, Token(keyServer, "new"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, old)).Status);
    }

    [Fact]
    public async Task A_new_key_is_accepted_and_a_withdrawn_one_refused_once_the_keys_are_fetched_again()
    {
        // How often a token with an unknown key may make the gateway ask for keys.
        var look = TimeSpan.FromSeconds(61);
        var clock = new MovedClock();
        await using var keyServer = await StartKeyServerAsync();
        await using var gateway = await StartGatewayAsync(keyServer, clock);
        var old = Token(keyServer, "old");
        Assert.Equal(HttpStatusCode.OK, (await AskUntilThereAreKeysAsync(() => AskAsync(gateway, old))).Status);

        // The old key is still published; the new one is unknown until the gateway looks.
        Ring(keyServer).Rotate();
        var second = Token(keyServer, "second");
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(gateway, second)).Status);
        clock.Move(look);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, old)).Status);

        // Now the old key is withdrawn, which the gateway learns with the next new one, and not before.
        Ring(keyServer).Rotate();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, old)).Status);
        clock.Move(look);
        var third = Token(keyServer, "third");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, third)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(gateway, old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, second)).Status);

        // During an outage the known keys stay, and an unknown one lets nobody in.
        keyServer.Services.GetRequiredService<KeyServerState>().SetAway(true);
        Ring(keyServer).Rotate();
        clock.Move(look);
        Assert.NotEqual(HttpStatusCode.OK, (await AskAsync(gateway, Token(keyServer, "fourth"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(gateway, third)).Status);
    }

    [Fact]
    public async Task A_gateway_that_starts_during_an_outage_lets_nobody_in_until_it_is_over()
    {
        await using var keyServer = await StartKeyServerAsync();
        var state = keyServer.Services.GetRequiredService<KeyServerState>();
        state.SetAway(true);
        await using var gateway = await StartGatewayAsync(keyServer);
        var token = Token(keyServer, "cat");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(gateway, token)).Status);

        state.SetAway(false);
        var (status, _) = await AskUntilThereAreKeysAsync(() => AskAsync(gateway, token));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    private static KeyRing Ring(WebApplication keyServer) => keyServer.Services.GetRequiredService<KeyRing>();

    private static string Token(WebApplication keyServer, string user) =>
        Ring(keyServer).Token(user, "securetoken.google.com", TimeSpan.FromHours(1));

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(RunningGateway gateway, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("x-firebase-uid", "somebody-else");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await gateway.SendAsync(request);
        return (response.StatusCode, await gateway.TextAsync(response));
    }

    // 503 means: no keys yet, ask again.
    private static async Task<(HttpStatusCode Status, string Text)> AskUntilThereAreKeysAsync(
        Func<Task<(HttpStatusCode Status, string Text)>> ask)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            var answer = await ask();
            if (answer.Status != HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }
        }

        throw new TimeoutException($"the gateway has no keys after {Patience}");
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskWithCookieAsync(
        RunningGateway gateway, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("cookie", $"session={cookie}");
        using var response = await gateway.SendAsync(request);
        return (response.StatusCode, await gateway.TextAsync(response));
    }

    private static async Task<WebApplication> StartKeyServerAsync()
    {
        var keyServer = KeyServerApplication.Create("http://127.0.0.1:0", TimeProvider.System);
        await keyServer.StartAsync(Cancelled);
        return keyServer;
    }

    // The file of the sample, with other ports and the module of this build.
    private static async Task<RunningGateway> StartGatewayAsync(WebApplication keyServer, TimeProvider? time = null)
    {
        var address = keyServer.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        var sample = Path.GetFullPath(Path.Combine(SourceDirectory(), "../../../samples/firebase"));
        var yaml = (await File.ReadAllTextAsync(Path.Combine(sample, "gateway.yaml"), Cancelled))
            .Replace("port_value: 10000", "port_value: 0", StringComparison.Ordinal)
            .Replace("9099", $"{new Uri(address).Port}", StringComparison.Ordinal)
            .Replace("../../artifacts/bin/FirebaseAuth/release/FirebaseAuth.wasm", PluginModules.PathOf("FirebaseAuth"), StringComparison.Ordinal);

        // With a clock of the test there is one worker, which has the keys of all.
        return await RunningGateway.StartAsync(yaml, sample, time is null ? 2 : 1, time);
    }

    private static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
