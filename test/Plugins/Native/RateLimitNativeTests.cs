using Plugins.Tests.Building;
using Plugins.Tests.RateLimit;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="RateLimitTests"/>, under the JIT.</summary>
public sealed class RateLimitNativeTests : RateLimitTests
{
    protected override TestPlugin Plugin => PluginModules.Native("RateLimit");
}
