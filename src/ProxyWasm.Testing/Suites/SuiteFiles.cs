using System.Text;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Suites;

/// <summary>Reads a suite and the files that it names, relative to it.</summary>
internal sealed class SuiteFiles(string suitePath)
{
    public string SuitePath => suitePath;

    /// <summary>The text of the suite itself.</summary>
    public string ReadSuite()
    {
        var place = new SuitePlace(suitePath, 0, 0);
        var bytes = ReadAll(suitePath, place);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw SuiteException.Malformed(place, "the text is not UTF-8", error);
        }
    }

    /// <summary>A file that the suite names.</summary>
    public byte[] Read(string name, SuitePlace place) =>
        ReadAll(Path.Combine(Path.GetDirectoryName(suitePath) ?? "", name), place);

    private static byte[] ReadAll(string path, SuitePlace place)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var bytes = new MemoryStream();
            var chunk = new byte[64 * 1024];
            int count;
            while ((count = stream.Read(chunk)) > 0)
            {
                bytes.Write(chunk, 0, count);
                if (bytes.Length > DocumentLimits.FileBytes)
                {
                    throw SuiteException.BadValue(
                        place, $"{path} is larger than {DocumentLimits.FileBytes >> 20} MiB", "Take a smaller file");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw SuiteException.Unreadable(place, path, error);
        }
    }
}
