namespace Wildgate.Cli.Input;

/// <summary>What a file is expected to be: how large it may be, and what to advise when it is missing.</summary>
/// <param name="Name">The word for it in messages.</param>
/// <param name="LimitBytes">Far above any sensible one; keeps a device or endless pipe from filling the memory.</param>
/// <param name="MissingHint">What to do when there is no such file.</param>
internal sealed record InputKind(string Name, int LimitBytes, string MissingHint)
{
    private const int MiB = 1024 * 1024;

    public static InputKind Module { get; } =
        new("plugin", 256 * MiB, "Check the path, and that the plugin has been built");

    public static InputKind TestConfiguration { get; } =
        new("configuration", 16 * MiB, "Check the path after --config, or config_path in the suite");

    public static InputKind PluginConfiguration { get; } =
        new("configuration", 16 * MiB, "Check the path after --config-file");
}
