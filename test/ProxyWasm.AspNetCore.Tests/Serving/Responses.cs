namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>Reading of responses in one word.</summary>
internal static class Responses
{
    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>All values of a header, each in its own brackets; empty when absent.</summary>
    public static string Header(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Concat(values.Select(value => $"[{value}]"))
            : "";
}
