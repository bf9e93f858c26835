using Plugins.Tests.Building;
using Plugins.Tests.Small;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="HttpCalloutTests"/>, under the JIT.</summary>
public sealed class HttpCalloutNativeTests : HttpCalloutTests
{
    protected override TestPlugin Plugin => PluginModules.Native("HttpCallout");
}
