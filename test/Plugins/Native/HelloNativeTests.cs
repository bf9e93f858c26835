using Plugins.Tests.Building;
using Plugins.Tests.Small;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="HelloTests"/>, under the JIT.</summary>
public sealed class HelloNativeTests : HelloTests
{
    protected override TestPlugin Plugin => PluginModules.Native("Hello");
}
