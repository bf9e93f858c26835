using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.core.v3.RemoteDataSource</c>: a module that is fetched.</summary>
internal static class RemoteCodeReader
{
    private const int DigestDigits = 64;

    // Envoy's default, and a bound that keeps a start from taking for ever.
    private const int DefaultRetries = 1;
    private const int MostRetries = 100;

    public static RemoteCodeConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a remote data source") is not { } fields)
        {
            return null;
        }

        var source = fields.Required("http_uri")?.AsMessage("an HTTP address");
        var uri = source?.Required("uri") is { } uriValue ? ReadUri(uriValue) : null;
        var cluster = source is null ? null : ReadCluster(source);
        var timeout = source?.Required("timeout")?.AsDuration(TimeSpan.Zero);
        source?.RefuseOthers();
        var digest = fields.Required("sha256") is { } digestValue ? ReadDigest(digestValue) : null;
        var (retries, backoff) = ReadRetryPolicy(fields.Optional("retry_policy"));
        fields.RefuseOthers();
        return uri is null || cluster is null || timeout is null || digest is null ? null : new RemoteCodeConfig
        {
            Uri = uri,
            Cluster = cluster,
            Timeout = timeout.Value,
            Sha256 = digest,
            Retries = retries,
            Backoff = backoff,
        };
    }

    private static Uri? ReadUri(ConfigurationValue value)
    {
        if (value.AsName() is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return uri;
        }

        value.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected an address with http or https, found {Quotation.Of(text)}",
            "write it as https://example.org/plugin.wasm");
        return null;
    }

    private static string? ReadCluster(MessageFields source)
    {
        var value = source.Required("cluster");
        var name = value?.AsName();
        if (name is not null)
        {
            value!.Context.Clusters.Use(name, value);
        }

        return name;
    }

    private static string? ReadDigest(ConfigurationValue value)
    {
        if (value.AsName() is not { } text)
        {
            return null;
        }

        if (text.Length == DigestDigits && text.All(char.IsAsciiHexDigit))
        {
            return text.ToLowerInvariant();
        }

        value.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected a SHA-256 in {DigestDigits} hexadecimal digits, found {Quotation.Of(text)}",
            "sha256sum plugin.wasm prints it");
        return null;
    }

    private static (int Retries, BackoffConfig Backoff) ReadRetryPolicy(ConfigurationValue? value)
    {
        var fields = value?.AsMessage("a retry policy");
        var retries = fields?.Optional("num_retries")?.AsInteger(0, MostRetries) ?? DefaultRetries;
        var backoff = BackoffReader.Read(fields?.Optional("retry_back_off"));
        fields?.RefuseOthers(
            "retry_on", "retry_priority", "retry_host_predicate", "host_selection_retry_max_attempts");
        return (retries, backoff);
    }
}
