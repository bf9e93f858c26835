using System.Net;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Demo;

/// <summary>Makes the requests that the demo invites to and looks at the answers.</summary>
internal static class DemoCheck
{
    private static readonly Expectation[] Expectations =
    [
        new("/", 200, "hello", "world", "\"x-wild-request\": \"hello\""),
        new("/wild", 418, "content-type", "text/plain; charset=utf-8", "W I L D"),
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
                var request = $"HTTP/{version} GET {expected.Path}";
                output.WriteLine(found is null
                    ? $"ok    {request.PadRight(18)}  {expected.Status}, {expected.Header}: {expected.Value}"
                    : $"FAIL  {request.PadRight(18)}  {TerminalText.Clean(found)}, expected {expected}");
                passed &= found is null;
            }
        }

        return passed;
    }

    /// <summary>What was found instead of the expected, or null when the answer is right.</summary>
    private static async Task<string?> AskAsync(
        HttpClient client, Version version, Expectation expected, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, expected.Path)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            var value = response.Headers.Concat(response.Content.Headers)
                .Where(field => field.Key.Equals(expected.Header, StringComparison.OrdinalIgnoreCase))
                .Select(field => string.Join(", ", field.Value))
                .SingleOrDefault();
            var isRight = (int)response.StatusCode == expected.Status
                && value == expected.Value
                && body.Contains(expected.Text, StringComparison.Ordinal);
            return isRight ? null : $"{(int)response.StatusCode}, {expected.Header}: {value ?? "(absent)"}, {body}";
        }
        catch (HttpRequestException error)
        {
            return error.Message;
        }
    }

    private sealed record Expectation(string Path, int Status, string Header, string Value, string Text)
    {
        public override string ToString() => $"{Status}, {Header}: {Value} and a body with {Text}";
    }
}
