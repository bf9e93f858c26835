namespace ProxyWasm.Testing.Tests.Scenarios;

/// <summary>A file of test cases that exists as long as its test.</summary>
internal sealed class TemporarySuite : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scenarios");

    public TemporarySuite(string text) => File.WriteAllText(Path, text);

    public string Path => System.IO.Path.Combine(_directory.FullName, "cases.yaml");

    public void Dispose() => _directory.Delete(recursive: true);
}
