using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads a <c>google.protobuf.Any</c> as the bytes a plugin is configured with.</summary>
internal static class AnyBytesReader
{
    public static byte[]? Read(ConfigurationValue any)
    {
        if (TypedMessage.Open(any, "a configuration") is not { } typed)
        {
            return null;
        }

        switch (typed.TypeName)
        {
            case "google.protobuf.StringValue":
                return ReadValue(typed, static value => value.AsUtf8());
            case "google.protobuf.BytesValue":
                return ReadValue(typed, static value => value.AsBytes());
            case "google.protobuf.Struct":
                return ReadValue(typed, ReadStruct);
            default:
                // Any other message reaches a plugin in protobuf's binary form, which needs the message's definition.
                typed.Type.Report(
                    ConfigurationProblemIds.NotSupported,
                    "not supported: expected google.protobuf.StringValue, google.protobuf.BytesValue or "
                        + $"google.protobuf.Struct, found {Quotation.Of(typed.TypeName)}",
                    "write the serialised message as a google.protobuf.BytesValue");
                return null;
        }
    }

    private static byte[]? ReadValue(TypedMessage typed, Func<ConfigurationValue, byte[]?> read)
    {
        var value = typed.Fields.Optional("value");
        typed.Fields.RefuseOthers();
        return value is null ? [] : read(value);
    }

    private static byte[]? ReadStruct(ConfigurationValue value)
    {
        if (value.Node is MappingNode)
        {
            return StructJson.Write(value);
        }

        value.ReportShape("a struct (a map)");
        return null;
    }
}
