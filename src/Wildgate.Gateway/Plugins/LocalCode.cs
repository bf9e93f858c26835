using System.Text;
using ProxyWasm.Host;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Plugins;

/// <summary>Reads modules that are on this machine.</summary>
internal static class LocalCode
{
    /// <exception cref="GatewayStartException">The code cannot be read or is not well-formed text.</exception>
    public static ReadOnlyMemory<byte> Read(PluginConfig config, PluginHost host) => config.Vm.Code switch
    {
        FileCodeConfig file when file.FileName.EndsWith(".wat", StringComparison.OrdinalIgnoreCase) =>
            Translate(config.Name, file, host),
        FileCodeConfig file => ReadFile(config.Name, file),
        InlineCodeConfig inline => inline.Module,
        EnvironmentCodeConfig variable => Encoding.Latin1.GetBytes(
            Environment.GetEnvironmentVariable(variable.Variable) ?? throw new GatewayStartException(
                "WG2002",
                $"plugin `{config.Name}`: environment variable `{variable.Variable}` with its code is not set",
                "Set the variable or use `filename`")),
        _ => throw new InvalidOperationException($"no way to read code from {config.Vm.Code.GetType().Name}"),
    };

    private static byte[] Translate(string plugin, FileCodeConfig file, PluginHost host)
    {
        try
        {
            return host.ConvertText(Encoding.UTF8.GetString(ReadFile(plugin, file)));
        }
        catch (PluginLoadException exception)
        {
            throw new GatewayStartException(
                exception.Id, $"plugin `{plugin}`: {file.FileName}: {exception.Problem}", exception.Hint, exception);
        }
    }

    private static byte[] ReadFile(string plugin, FileCodeConfig file)
    {
        try
        {
            return File.ReadAllBytes(file.FullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GatewayStartException(
                "WG2003",
                $"plugin `{plugin}`: cannot read {file.FileName}: {ReasonOf(exception, file)}",
                "Check the path; a relative one starts at the working directory or, if nothing is there, beside the "
                + "configuration",
                exception);
        }
    }

    private static string ReasonOf(Exception exception, FileCodeConfig file) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file does not exist",
        UnauthorizedAccessException => Directory.Exists(file.FullPath) ? "it is a directory" : "access is denied",
        _ => exception.Message,
    };
}
