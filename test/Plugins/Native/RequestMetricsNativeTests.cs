using Plugins.Tests.Building;
using Plugins.Tests.Small;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="RequestMetricsTests"/>, under the JIT.</summary>
public sealed class RequestMetricsNativeTests : RequestMetricsTests
{
    protected override TestPlugin Plugin => PluginModules.Native("RequestMetrics");
}
