using System.Diagnostics;
using System.Globalization;
using Wildgate.Cli.Scaffolding;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public static TheoryData<string> Templates => [.. ProjectTemplate.All.Select(template => template.Name)];

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_new_project_builds_and_passes_its_test_at_once(string template)
    {
        var made = await _workshop.WildAsync("init", $"my-{template}", "--template", template);
        var tested = await _workshop.WildInAsync($"my-{template}", "test");

        Assert.Equal((0, string.Empty), (made.ExitCode, made.Error));
        Assert.True(tested.ExitCode == 0, tested.Output + tested.Error);
        Assert.Matches(@"\n[1-9] passed, 0 failed\n$", tested.Output);
    }

    [Fact]
    public async Task A_new_project_with_unit_tests_passes_them_at_once()
    {
        var made = await _workshop.WildAsync("init", "my-plugin", "--unit-tests");
        var tested = await _workshop.DotnetAsync("my-plugin", "test", "--project", "tests");
        var built = await _workshop.WildAsync("build", "my-plugin", "-q");

        Assert.Equal((0, string.Empty), (made.ExitCode, made.Error));
        Assert.EndsWith("  dotnet test --project tests   # runs its unit tests\n", made.Output, StringComparison.Ordinal);
        Assert.True(tested.ExitCode == 0, tested.Output + tested.Error);
        Assert.DoesNotContain("warning", tested.Output, StringComparison.Ordinal);
        Assert.Equal(0, built.ExitCode);
    }

    [Fact]
    public void Unit_tests_use_the_xunit_of_this_repository()
    {
        var project = ProjectTemplate.All[0].Files(ProjectName.Of("a"), "1.0.0", hasUnitTests: true)
            .Single(file => file.Path == "tests/a.Tests.csproj").Content;

        var reference = Assert.Single(project.Split('\n'), line => line.Contains("xunit", StringComparison.Ordinal) && line.Contains("Version", StringComparison.Ordinal));
        Assert.Contains(
            reference.Trim().Replace("PackageReference", "PackageVersion", StringComparison.Ordinal),
            File.ReadAllText(Repository.At("Directory.Packages.props")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_of_a_new_user_works_at_the_first_try_and_is_timed()
    {
        // Packages are in the cache, as on the second day.
        await _workshop.WildAsync("init", "warm");
        await _workshop.WildAsync("build", "warm");
        var clock = Stopwatch.StartNew();
        var times = new List<string>();
        void Note(string what)
        {
            times.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {clock.Elapsed.TotalSeconds:0.0} s"));
            clock.Restart();
        }

        var made = await _workshop.WildAsync("init", "hello");
        Note("wild init");
        var tested = await _workshop.WildInAsync("hello", "test");
        Note("wild test");
        using var server = await _workshop.ServeAsync("hello", "run", "--listen", "127.0.0.1:0");
        using var client = server.CreateClient();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Note("wild run, until the first answer");

        Assert.Equal((0, 0, 200), (made.ExitCode, tested.ExitCode, (int)response.StatusCode));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", times));
    }

    [Fact]
    public async Task A_new_project_runs_and_its_mistakes_are_shown_where_they_are()
    {
        await _workshop.WildAsync("init", "hello");
        using (var server = await _workshop.ServeAsync("hello", "run", "--listen", "127.0.0.1:0"))
        {
            using var client = server.CreateClient();
            using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal("world", Assert.Single(response.Headers.GetValues("hello")));
            Assert.Equal(0, (await server.StopAsync()).ExitCode);
        }

        var source = await File.ReadAllTextAsync(_workshop.At("hello/Hello.cs"), TestContext.Current.CancellationToken);
        _workshop.Write(
            "hello/Hello.cs", source.Replace("config.Text", "System.IO.File.ReadAllText(\"text\")", StringComparison.Ordinal));
        var unsupported = await _workshop.WildAsync("build", "hello");
        Assert.Equal(1, unsupported.ExitCode);
        Assert.Matches(@"Hello\.cs\(6[,)].*error PWC[0-9]+: System\.IO\.File", unsupported.Error);

        _workshop.Write(
            "hello/Hello.cs", source.Replace("config.Text", "config.Txt", StringComparison.Ordinal));
        var wrong = await _workshop.WildAsync("test", "hello");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Matches(@"Hello\.cs\(6,35\): error CS1061: ", wrong.Error);
    }

    [Fact]
    public async Task Nothing_is_overwritten_unless_it_is_asked_for()
    {
        var file = _workshop.Write("hello/Hello.cs", "mine");
        var refused = await _workshop.WildAsync("init", "hello");
        var left = Directory.GetFileSystemEntries(_workshop.At("hello"));
        var forced = await _workshop.WildAsync("init", "hello", "--force", "-q");

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            "Error: hello already has Hello.cs\nHint: Choose another directory, or overwrite with --force\n", refused.Error);
        Assert.Equal([file], left);
        Assert.Equal((0, string.Empty), (forced.ExitCode, forced.Output));
        Assert.NotEqual("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Names_and_templates_are_checked()
    {
        var name = await _workshop.WildAsync("init", "7up");
        var template = await _workshop.WildAsync("init", "up", "-t", "lua");
        var list = await _workshop.WildAsync("init", "--list");

        Assert.Equal(2, name.ExitCode);
        Assert.StartsWith("Error: '7up' cannot be the name of a plugin", name.Error, StringComparison.Ordinal);
        Assert.Equal(2, template.ExitCode);
        Assert.StartsWith("hello     adds a response header", list.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_workshop.Work));
    }
}
