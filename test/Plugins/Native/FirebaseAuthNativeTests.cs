using Plugins.Tests.Building;
using Plugins.Tests.FirebaseAuth;
using ProxyWasm.Testing;

namespace Plugins.Tests.Native;

/// <summary>As <see cref="FirebaseAuthTests"/>, under the JIT.</summary>
public sealed class FirebaseAuthNativeTests(KeyFixture keys) : FirebaseAuthTests(keys)
{
    protected override TestPlugin Plugin => PluginModules.Native("FirebaseAuth");
}
