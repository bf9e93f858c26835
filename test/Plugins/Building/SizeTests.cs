namespace Plugins.Tests.Building;

/// <summary>Modules stay as small as they are meant to be.</summary>
public sealed class SizeTests
{
    private const int KiB = 1024;

    [Theory]
    [InlineData("Hello", 16)]
    [InlineData("GetWild", 20)]
    [InlineData("HttpCallout", 60)]
    [InlineData("FirebaseAuth", 280)]
    public void A_module_keeps_to_its_budget(string plugin, int kibibytes)
    {
        var module = new FileInfo(PluginModules.PathOf(plugin));
        Assert.SkipWhen(module.Directory!.Name.StartsWith("debug", StringComparison.Ordinal),
            "with the names of its functions a module is larger");

        Assert.True(module.Length <= kibibytes * KiB, $"{module.Name} has {module.Length} bytes");
    }
}
