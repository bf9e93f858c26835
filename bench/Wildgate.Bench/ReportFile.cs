namespace Wildgate.Bench;

/// <summary>Files that results go to.</summary>
internal static class ReportFile
{
    /// <exception cref="BenchException">The file cannot be written.</exception>
    public static void Write(string path, string content)
    {
        try
        {
            File.WriteAllText(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BenchException($"Results cannot be written to '{path}': {e.Message}", e);
        }
    }
}
