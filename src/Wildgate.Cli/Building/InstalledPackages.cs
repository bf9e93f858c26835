namespace Wildgate.Cli.Building;

/// <summary>
/// The NuGet packages of the SDK that are installed with this program, so that projects restore without a network.
/// </summary>
internal static class InstalledPackages
{
    // More than the lists of our packages take.
    private const int ListBytes = 256 * 1024;

    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "packages");

    /// <summary>The version of the packages, that of the program.</summary>
    public static string Version { get; } =
        typeof(InstalledPackages).Assembly.GetName().Version?.ToString(3)
        ?? throw new InvalidOperationException("The program has no version.");

    /// <summary>
    /// Removes packages from NuGet's cache that have the version of these and another content: NuGet takes a cached
    /// version for the same wherever it came from, which is wrong while this program is built from changing sources.
    /// </summary>
    public static void ForgetOtherBuilds()
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            return;
        }

        foreach (var package in System.IO.Directory.EnumerateFiles(Directory, $"*.{Version}.nupkg"))
        {
            var id = Path.GetFileName(package)[..^$".{Version}.nupkg".Length].ToLowerInvariant();
            var cached = Path.Combine(CacheDirectory, id, Version);
            var copy = Path.Combine(cached, $"{id}.{Version}.nupkg");
            if (File.Exists(copy) && !HaveSameContent(package, copy))
            {
                System.IO.Directory.Delete(cached, recursive: true);
            }
        }
    }

    private static string CacheDirectory =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } directory
            ? directory
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // Each build of the program asks, so they are not read whole: the end of a package lists every file in it with its
    // size and checksum.
    private static bool HaveSameContent(string package, string copy)
    {
        using var left = File.OpenRead(package);
        using var right = File.OpenRead(copy);
        return left.Length == right.Length && EndOf(left).AsSpan().SequenceEqual(EndOf(right));
    }

    private static byte[] EndOf(FileStream file)
    {
        var end = new byte[Math.Min(file.Length, ListBytes)];
        file.Seek(-end.Length, SeekOrigin.End);
        file.ReadExactly(end);
        return end;
    }
}
