using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>What came out of a phase; of a phase that was not run, nothing.</summary>
internal sealed class PhaseResult
{
    public SuiteHeaders Headers { get; set; } = new();

    public List<byte> Body { get; } = [];

    /// <summary>Whether the callback let the headers pass.</summary>
    public bool Passes { get; set; } = true;

    public LocalResponse? Response { get; private set; }

    /// <summary>A local response takes the place of what the phase was about.</summary>
    public void Take(LocalResponse? response)
    {
        if (response is null)
        {
            return;
        }

        Response = response;
        Body.Clear();
        Body.AddRange(response.Body.Span);
        Headers = new SuiteHeaders();
        foreach (var field in response.Headers)
        {
            Headers.Replace(field.Name, Encoding.Latin1.GetBytes(field.Value));
        }
    }
}
