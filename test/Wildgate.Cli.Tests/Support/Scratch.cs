namespace Wildgate.Cli.Tests.Support;

/// <summary>A directory that exists as long as its test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("wild-");

    public string Root => _directory.FullName;

    public void Dispose() => _directory.Delete(recursive: true);

    public string At(string path) => Path.Combine(Root, path);

    public string Write(string path, byte[] content)
    {
        File.WriteAllBytes(Prepare(path), content);
        return At(path);
    }

    public string Write(string path, string content)
    {
        File.WriteAllText(Prepare(path), content);
        return At(path);
    }

    private string Prepare(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path)) ?? Root);
        return At(path);
    }
}
