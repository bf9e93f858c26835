using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Loads texts through the public door.</summary>
internal static class Load
{
    public static GatewayConfiguration Text(string text, string sourceName = "envoy.yaml") =>
        GatewayConfigurationLoader.Parse(text, sourceName, Path.GetTempPath());

    public static GatewayConfiguration With(params (string Slot, string Text)[] replaced) =>
        Text(Sample.With(replaced));

    public static PluginConfig Plugin(string plugin, string sourceName = "envoy.yaml") =>
        Assert.Single(Text(Sample.With(("plugin", plugin)), sourceName).Listeners[0].Http.Filters).Plugin;

    public static IReadOnlyList<ConfigurationProblem> Refused(string text, string sourceName = "envoy.yaml") =>
        Assert.Throws<ConfigurationException>(() => Text(text, sourceName)).Problems;

    /// <summary>The only problem of a text with a mark, which must be at the mark.</summary>
    public static ConfigurationProblem RefusedAtMark(string marked, string sourceName = "envoy.yaml")
    {
        var (text, line, column) = Sample.Locate(marked);
        var problem = Assert.Single(Refused(text, sourceName));
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Equal(sourceName, problem.Source);
        return problem;
    }
}
