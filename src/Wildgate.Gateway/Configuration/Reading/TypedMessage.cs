using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>A message inside a <c>google.protobuf.Any</c>: its type and its fields.</summary>
/// <param name="TypeName">The type without the part before the last slash.</param>
/// <param name="Type">Where the type is written.</param>
/// <param name="Fields">The fields of the message, without <c>@type</c>.</param>
internal sealed record TypedMessage(string TypeName, ConfigurationValue Type, MessageFields Fields)
{
    private static readonly string[] Wrappers = ["udpa.type.v1.TypedStruct", "xds.type.v3.TypedStruct"];

    /// <summary>
    /// Opens an Any in its JSON form. A <c>TypedStruct</c> is opened too: its <c>value</c> has the same form as the
    /// fields of the message it names.
    /// </summary>
    public static TypedMessage? Open(ConfigurationValue any, string kind)
    {
        if (any.AsMessage(kind) is not { } fields
            || fields.Required("@type") is not { } type
            || NameOf(type) is not { } typeName)
        {
            return null;
        }

        return Array.IndexOf(Wrappers, typeName) < 0
            ? new TypedMessage(typeName, type, fields) : Unwrap(any, fields, kind);
    }

    /// <summary>Whether the message is of the type; otherwise a problem is reported.</summary>
    public bool Is(string typeName)
    {
        if (TypeName == typeName)
        {
            return true;
        }

        Type.Report(
            ConfigurationProblemIds.NotSupported,
            $"not supported: expected type.googleapis.com/{typeName}, found {Quotation.Of(TypeName)}",
            "");
        return false;
    }

    private static TypedMessage? Unwrap(ConfigurationValue any, MessageFields wrapper, string kind)
    {
        var type = wrapper.Required("type_url");
        var value = wrapper.Optional("value");
        wrapper.RefuseOthers();
        if (type is null || NameOf(type) is not { } typeName)
        {
            return null;
        }

        value ??= new ConfigurationValue(new MappingNode(any.Position), any.Path.Field("value"), any.Context);
        return value.AsMessage(kind) is { } fields ? new TypedMessage(typeName, type, fields) : null;
    }

    private static string? NameOf(ConfigurationValue type)
    {
        if (type.AsText() is not { } url)
        {
            return null;
        }

        var slash = url.LastIndexOf('/');
        if (slash >= 0 && slash + 1 < url.Length)
        {
            return url[(slash + 1)..];
        }

        type.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected a type such as type.googleapis.com/google.protobuf.Struct, found {Quotation.Of(url)}",
            "write the name of the message after type.googleapis.com/");
        return null;
    }
}
