using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Messages;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration;

/// <summary>
/// Loads a gateway configuration: the static part of an Envoy v3 bootstrap, as YAML or JSON. What this version does
/// not carry out is refused, never ignored. All members are safe to call from any thread.
/// </summary>
public static class GatewayConfigurationLoader
{
    /// <summary>Loads a file of at most 16 MiB.</summary>
    /// <param name="path">
    /// The file. A name that ends in <c>.json</c> makes numbers inside <c>google.protobuf.Struct</c> keep their JSON
    /// type, as in Envoy.
    /// </param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">
    /// The file cannot be read or is not a configuration; the exception lists every problem.
    /// </exception>
    public static GatewayConfiguration LoadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new ProblemList(path);
        var text = ConfigurationFile.Read(path, problems);
        problems.ThrowIfAny();
        var baseDirectory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Directory.GetCurrentDirectory();
        return Parse(text ?? "", problems, new FileLocator(Directory.GetCurrentDirectory(), baseDirectory));
    }

    /// <summary>Reads a text of at most 16 MiB.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="sourceName">
    /// What problems call the text; when it ends in <c>.json</c>, numbers inside <c>google.protobuf.Struct</c> keep
    /// their JSON type.
    /// </param>
    /// <param name="baseDirectory">
    /// Where relative file names are looked for when the working directory does not have them.
    /// </param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">
    /// The text is not a configuration; the exception lists every problem.
    /// </exception>
    public static GatewayConfiguration Parse(string text, string sourceName, string baseDirectory)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sourceName);
        ArgumentException.ThrowIfNullOrEmpty(baseDirectory);
        var workingDirectory = Directory.GetCurrentDirectory();
        var files = new FileLocator(workingDirectory, Path.GetFullPath(baseDirectory, workingDirectory));
        return Parse(text, new ProblemList(sourceName), files);
    }

    private static GatewayConfiguration Parse(string text, ProblemList problems, FileLocator files)
    {
        GatewayConfiguration? configuration = null;
        text = DocumentText.WithoutByteOrderMark(text);
        if (DocumentText.Check(text, problems) && DocumentComposer.Compose(text, problems) is { } root)
        {
            var isJson = problems.Source.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
            var context = new ReadContext(problems, files, isJson);
            configuration = BootstrapReader.Read(new ConfigurationValue(root, ConfigurationPath.Root, context));
        }

        problems.ThrowIfAny();
        return configuration
            ?? throw new InvalidOperationException("A configuration was refused without a reason being reported.");
    }
}
