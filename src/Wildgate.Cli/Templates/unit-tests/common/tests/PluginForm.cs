/// <summary>
/// How the plugin is run: <c>native</c> under the JIT, where a debugger stops in it, or as the <c>module</c> that a
/// proxy gets.
/// </summary>
public static class PluginForm
{
    public static TheoryData<string> All => ["native", "module"];

    public static Task<TestHost> StartAsync(string form, TestHostOptions? options = null) => TestHost.StartAsync(
        form == "native"
            ? TestPlugin.Native<PLUGIN_CLASS>()
            : new TestPlugin(Path.Combine(AppContext.BaseDirectory, "PLUGIN_NAME.wasm")),
        options,
        TestContext.Current.CancellationToken);
}
