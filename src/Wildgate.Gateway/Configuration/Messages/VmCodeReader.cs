using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.core.v3.AsyncDataSource</c>: where a module comes from.</summary>
internal static class VmCodeReader
{
    public static VmCodeConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("the code of a VM") is not { } fields)
        {
            return null;
        }

        var source = fields.OneOf("local", "remote");
        fields.RefuseOthers();
        switch (source?.Name)
        {
            case null:
                fields.ReportMissing("local");
                return null;
            case "remote":
                return RemoteCodeReader.Read(source.Value);
            default:
                return ReadLocal(source.Value);
        }
    }

    private static VmCodeConfig? ReadLocal(ConfigurationValue value)
    {
        if (value.AsMessage("a data source") is not { } fields)
        {
            return null;
        }

        var source = fields.OneOf("filename", "inline_bytes", "inline_string", "environment_variable");
        fields.RefuseOthers("watched_directory");
        switch (source?.Name)
        {
            case null:
                fields.ReportMissing("filename", "name the file of the module");
                return null;
            case "filename":
                return ReadFile(source.Value);
            case "environment_variable":
                return source.Value.AsName() is { } variable ? new EnvironmentCodeConfig(variable) : null;
            case "inline_bytes":
                return ReadInline(source.Value, source.Value.AsBytes());
            default:
                return ReadInline(source.Value, source.Value.AsUtf8());
        }
    }

    private static FileCodeConfig? ReadFile(ConfigurationValue value)
    {
        if (value.AsName() is not { } fileName)
        {
            return null;
        }

        if (!fileName.Contains('\0'))
        {
            return new FileCodeConfig(fileName, value.Context.Files.Locate(fileName));
        }

        value.Report(
            ConfigurationProblemIds.InvalidValue,
            "expected the name of a file, found text with a NUL character",
            "remove the character");
        return null;
    }

    private static InlineCodeConfig? ReadInline(ConfigurationValue value, byte[]? module)
    {
        if (module is { Length: 0 })
        {
            value.Report(ConfigurationProblemIds.InvalidValue, "expected a module, found no bytes", "");
        }

        return module is null ? null : new InlineCodeConfig(module);
    }
}
