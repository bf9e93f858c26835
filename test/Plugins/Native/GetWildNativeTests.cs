using Plugins.Tests.Building;
using Plugins.Tests.Small;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="GetWildTests"/>, under the JIT.</summary>
public sealed class GetWildNativeTests : GetWildTests
{
    protected override TestPlugin Plugin => PluginModules.Native("GetWild");
}
