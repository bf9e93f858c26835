using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>A stream that counts how often its route is to be chosen anew.</summary>
internal sealed class TestStreamInfo : HttpStreamInfo
{
    public int RouteChoices { get; private set; }

    public override string Protocol => "HTTP/1.1";

    public override void ClearRouteCache() => RouteChoices++;
}
