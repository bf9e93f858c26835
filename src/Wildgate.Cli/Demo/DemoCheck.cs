using System.Net;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Demo;

/// <summary>Makes the requests that the demo invites to and looks at the answers.</summary>
internal static class DemoCheck
{
    public static async Task<bool> RunAsync(Uri gateway, StyledWriter output, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = gateway };
        var passed = true;
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            passed &= await CheckAsync(
                client, version, "/", 200, "hello", "world", "\"x-wild-request\": \"hello\"", output, cancellation);
            passed &= await CheckAsync(
                client, version, "/wild", 418, "content-type", "text/plain; charset=utf-8", "W I L D", output, cancellation);
        }

        return passed;
    }

    private static async Task<bool> CheckAsync(
        HttpClient client,
        Version version,
        string path,
        int status,
        string header,
        string value,
        string text,
        StyledWriter output,
        CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await client.SendAsync(request, cancellation);
        var body = await response.Content.ReadAsStringAsync(cancellation);
        var fields = response.Headers.Concat(response.Content.Headers);
        var hasHeader = fields.Any(field => field.Key.Equals(header, StringComparison.OrdinalIgnoreCase)
            && string.Join(", ", field.Value) == value);
        var passed = (int)response.StatusCode == status && hasHeader && body.Contains(text, StringComparison.Ordinal);
        output.WriteLine(passed
            ? $"ok    HTTP/{version} GET {path}: {status}, {header}: {value}"
            : $"FAIL  HTTP/{version} GET {path}: {(int)response.StatusCode}, expected {status} with {header}: {value} and a body with {text}");
        return passed;
    }
}
