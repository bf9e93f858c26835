namespace Wildgate.Cli.Tests.Support;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string HelloPlugin => At("samples/hello-wat/hello.wat");

    public static string At(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "wildgate.slnx")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No repository is around the tests.");
        }

        return directory.FullName;
    }
}
