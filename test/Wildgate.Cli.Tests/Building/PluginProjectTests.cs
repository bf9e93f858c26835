using Wildgate.Cli.Building;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Building;

/// <summary>Which project a directory means.</summary>
public sealed class PluginProjectTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("hello")]
    [InlineData("hello/bin")]
    [InlineData("hello/bin/Debug/net10.0")]
    public void A_directory_means_the_project_in_it_or_the_one_whose_output_it_is(string directory)
    {
        var file = _scratch.Write("hello/hello.csproj", "<Project/>");
        Directory.CreateDirectory(_scratch.At(directory));

        Assert.Equal(file, PluginProject.Find(_scratch.At(directory)).File);
    }

    [Theory]
    [InlineData("hello/src")]
    [InlineData("hello/obj/bin")]
    [InlineData("several/bin/Debug")]
    public void Other_directories_mean_none(string directory)
    {
        _scratch.Write("hello/hello.csproj", "<Project/>");
        _scratch.Write("several/a.csproj", "<Project/>");
        _scratch.Write("several/b.csproj", "<Project/>");
        Directory.CreateDirectory(_scratch.At(directory));

        Assert.Throws<CommandException>(() => PluginProject.Find(_scratch.At(directory)));
    }
}
