using System.Diagnostics;

namespace Wildgate.Cli.Tests.Support;

/// <summary>
/// A new user's machine: a home directory that was empty when the tests began, and a directory to work in. The first
/// build fills the cache of packages; that every further one does it again would show nothing and takes most of the time.
/// </summary>
internal sealed class Workshop : IDisposable
{
    // The first build of a home directory restores packages.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Scratch Machine = new();

    private readonly Scratch _scratch = new();

    static Workshop()
    {
        Directory.CreateDirectory(Home);
        LinkPackagesOfOthers();
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Machine.Dispose();
    }

    public Workshop() => Directory.CreateDirectory(Work);

    public string Work => _scratch.At("work");

    private static string Home => Machine.At("home");

    private static string Others => Machine.At("others");

    // Not our own, which may be of another build there.
    private static void LinkPackagesOfOthers()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(Others);
        foreach (var package in Directory.EnumerateDirectories(cache))
        {
            var name = Path.GetFileName(package);
            if (!name.StartsWith("proxywasm.", StringComparison.Ordinal)
                && !name.StartsWith("wildgate.", StringComparison.Ordinal))
            {
                Directory.CreateSymbolicLink(Path.Combine(Others, name), package);
            }
        }
    }

    public void Dispose() => _scratch.Dispose();

    public string At(string path) => Path.Combine(Work, path);

    public string Write(string path, string content) => _scratch.Write(Path.Combine("work", path), content);

    /// <summary>Makes a class library of one file that refers to the package of the compiler.</summary>
    public async Task CreateLibraryAsync(string name, string source)
    {
        var made = await DotnetAsync(".", "new", "classlib", "-o", name);
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        Write($"{name}/Class1.cs", source);
        var project = $"{name}/{name}.csproj";
        var text = await File.ReadAllTextAsync(At(project), TestContext.Current.CancellationToken);
        Write(project, text.Replace(
            "</Project>",
            $"""
              <PropertyGroup>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <RestoreAdditionalProjectSources>{Path.Combine(AppContext.BaseDirectory, "packages")}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ProxyWasm.Compiler" Version="*" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """,
            StringComparison.Ordinal));
    }

    public Task<WildResult> WildAsync(params string[] arguments) => WildInAsync(".", arguments);

    public Task<WildResult> WildInAsync(string directory, params string[] arguments) =>
        FinishAsync(CreateWild(directory, arguments));

    public Task<WildServer> ServeAsync(string directory, params string[] arguments) =>
        WildServer.StartAsync(CreateWild(directory, arguments));

    public Task<WildResult> DotnetAsync(string directory, params string[] arguments) =>
        RunAsync(directory, "dotnet", arguments);

    public Task<WildResult> RunAsync(string directory, string program, params string[] arguments) =>
        FinishAsync(Create(directory, program, arguments));

    private static async Task<WildResult> FinishAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        process.StandardInput.Close();
        return await WildProcess.FinishAsync(process, Patience);
    }

    private ProcessStartInfo CreateWild(string directory, string[] arguments) =>
        Create(directory, "dotnet", [Path.Combine(AppContext.BaseDirectory, "wild.dll"), .. arguments]);

    private ProcessStartInfo Create(string directory, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = At(directory),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["HOME"] = Home,
                ["DOTNET_CLI_HOME"] = Home,
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",

                // Servers that stay after the build would keep the directory in use.
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["UseSharedCompilation"] = "false",

                // What packages of others this repository has restored; ours come from the program.
                ["RestoreFallbackFolders"] = Others,
            },
        };
        start.Environment.Remove("NUGET_PACKAGES");
        return start;
    }
}
