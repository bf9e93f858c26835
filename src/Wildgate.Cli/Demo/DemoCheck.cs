using System.Net;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Demo;

/// <summary>Makes the requests that the demo invites to and looks at the answers.</summary>
internal static class DemoCheck
{
    private static readonly Expectation[] Expectations =
    [
        new(HttpMethod.Get, 418, ("powered-by", "wildgate"), "a wildcat", IsWildcat),
        new(HttpMethod.Post, 200, ("hello", "world"), "a UUID", IsUuid),
    ];

    public static async Task<bool> RunAsync(Uri gateway, StyledWriter output, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway };
        var passed = true;
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            foreach (var expected in Expectations)
            {
                var found = await AskAsync(client, version, expected, cancellation);
                var request = $"HTTP/{version} {expected.Method} /";
                output.WriteLine(found is null
                    ? $"ok    {request.PadRight(15)}  {expected.Answer}"
                    : $"FAIL  {request.PadRight(15)}  {TerminalText.Clean(found)}, expected {expected}");
                passed &= found is null;
            }
        }

        return passed;
    }

    /// <summary>What was found instead of the expected, or null when the answer is right.</summary>
    private static async Task<string?> AskAsync(
        HttpClient client, Version version, Expectation expected, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(expected.Method, "/")
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            var value = response.Headers.Concat(response.Content.Headers)
                .Where(field => field.Key.Equals(expected.Header.Name, StringComparison.OrdinalIgnoreCase))
                .Select(field => string.Join(", ", field.Value))
                .SingleOrDefault();
            var isRight = (int)response.StatusCode == expected.Status
                && value == expected.Header.Value
                && expected.IsRight(body);
            return isRight
                ? null
                : $"{(int)response.StatusCode}, {expected.Header.Name}: {value ?? "(absent)"}, {body}";
        }
        catch (HttpRequestException error)
        {
            return error.Message;
        }
    }

    private static bool IsWildcat(string body) => body.Contains("YOU SHALL NOT GET.", StringComparison.Ordinal);

    private static bool IsUuid(string body) => Guid.TryParse(body.TrimEnd('\n'), out _);

    private sealed record Expectation(
        HttpMethod Method, int Status, (string Name, string Value) Header, string Body, Func<string, bool> IsRight)
    {
        public string Answer => $"{Status}, {Header.Name}: {Header.Value}";

        public override string ToString() => $"{Answer} and {Body}";
    }
}
