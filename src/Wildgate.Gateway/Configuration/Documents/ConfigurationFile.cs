using System.Security;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>Reads the text of a configuration file.</summary>
internal static class ConfigurationFile
{
    /// <summary>The text, or null and one problem.</summary>
    public static string? Read(string path, ProblemList problems)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

            // The length of a pipe or a growing file says nothing, so one byte more than allowed is asked for.
            var bytes = new byte[DocumentLimits.Bytes + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count <= DocumentLimits.Bytes)
            {
                return DocumentText.Decode(bytes.AsSpan(0, count), problems);
            }

            DocumentText.AddTooLarge(problems);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException
            or NotSupportedException or ArgumentException)
        {
            problems.Add(
                ConfigurationProblemIds.FileUnreadable,
                TextPosition.None,
                ConfigurationPath.Root,
                $"cannot be read: {ReasonOf(failure, path)}",
                "check the path and its permissions");
        }

        return null;
    }

    private static string ReasonOf(Exception failure, string path) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file does not exist",
        UnauthorizedAccessException => Directory.Exists(path) ? "it is a directory" : "access is denied",
        _ => Quotation.OfSentence(failure.Message),
    };
}
