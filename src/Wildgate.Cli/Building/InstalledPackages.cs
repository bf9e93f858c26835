using System.Security.Cryptography;

namespace Wildgate.Cli.Building;

/// <summary>
/// The NuGet packages of the SDK that are installed with this program, so that projects restore without a network.
/// </summary>
internal static class InstalledPackages
{
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
            var hashFile = Path.Combine(cached, $"{id}.{Version}.nupkg.sha512");
            if (File.Exists(hashFile) && File.ReadAllText(hashFile) != HashOf(package))
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

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToBase64String(SHA512.HashData(stream));
    }
}
