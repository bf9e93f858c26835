namespace Wildgate.Cli.Input;

/// <summary>Reads the bytes of a file or, for <c>-</c>, of standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    private const int ChunkBytes = 64 * 1024;

    /// <exception cref="CommandException">It cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        string path, InputKind kind, CancellationToken cancellation)
    {
        try
        {
            await using var stream = path == StandardInput
                ? Console.OpenStandardInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            return await ReadAllAsync(path, kind, stream, cancellation);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable("fileNotFound", path, "the file does not exist", kind.MissingHint, error);
        }
        catch (UnauthorizedAccessException error)
        {
            var reason = Directory.Exists(path) ? "it is a directory" : "access is denied";
            throw Unreadable("fileUnreadable", path, reason, $"Name a {kind.Name} file that you may read", error);
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable("fileUnreadable", path, error.Message, hint: null, error);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(
        string path, InputKind kind, Stream stream, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, kind.LimitBytes) : 0);
        var chunk = new byte[ChunkBytes];
        while (true)
        {
            // A read from a pipe or terminal does not see cancellations; it is abandoned to the end of the process.
            var read = await stream.ReadAsync(chunk, cancellation).AsTask().WaitAsync(cancellation);
            if (read == 0)
            {
                return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            }

            if (bytes.Length + read > kind.LimitBytes)
            {
                throw new CommandException(
                    ExitCode.InvalidInput,
                    "fileTooLarge",
                    $"cannot read {path}: it is larger than {kind.LimitBytes / (1024 * 1024)} MiB",
                    $"No {kind.Name} is that large: check the path");
            }

            bytes.Write(chunk, 0, read);
        }
    }

    private static CommandException Unreadable(
        string code, string path, string reason, string? hint, Exception cause) =>
        new(ExitCode.Failure, code, $"cannot read {path}: {reason}", hint, cause);
}
