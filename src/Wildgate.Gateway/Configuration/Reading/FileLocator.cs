namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// Finds the files a configuration names: relative to the working directory as Envoy does, and beside the
/// configuration when only that exists, so that an example also runs from elsewhere.
/// </summary>
internal sealed class FileLocator(string workingDirectory, string baseDirectory)
{
    /// <summary>The absolute path, which may lead to nothing; the name must not be empty or contain NUL.</summary>
    public string Locate(string fileName)
    {
        var asEnvoy = Path.GetFullPath(fileName, workingDirectory);
        if (File.Exists(asEnvoy))
        {
            return asEnvoy;
        }

        var beside = Path.GetFullPath(fileName, baseDirectory);
        return File.Exists(beside) ? beside : asEnvoy;
    }
}
