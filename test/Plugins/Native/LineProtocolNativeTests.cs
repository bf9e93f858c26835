using Plugins.Tests.Building;
using Plugins.Tests.LineProtocol;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="LineProtocolTests"/>, under the JIT.</summary>
public sealed class LineProtocolNativeTests : LineProtocolTests
{
    protected override TestPlugin Plugin => PluginModules.Native("LineProtocol");
}
