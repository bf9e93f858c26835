using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Times;

/// <summary>As <see cref="TimingTests"/>, under the JIT.</summary>
public sealed class TimingNativeTests : TimingTests
{
    /// <inheritdoc/>
    protected override TestPlugin Plugin => PluginModules.Native("Timing");
}
