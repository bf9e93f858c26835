using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.core.v3.DataSource</c> where only data inside the configuration is supported.</summary>
internal static class InlineSourceReader
{
    public static byte[]? Read(ConfigurationValue value, string kind)
    {
        if (value.AsMessage(kind) is not { } fields)
        {
            return null;
        }

        var source = fields.OneOf("inline_string", "inline_bytes");
        if (source is null && !fields.HasAny("filename", "environment_variable"))
        {
            fields.ReportMissing("inline_string");
        }

        fields.RefuseOthers("filename", "environment_variable", "watched_directory");
        return source switch
        {
            null => null,
            { Name: "inline_bytes" } => source.Value.AsBytes(),
            _ => source.Value.AsUtf8(),
        };
    }
}
