namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>Protobuf's rule for the JSON name of a field.</summary>
internal static class CamelCase
{
    /// <summary>Drops each underscore and raises the letter after it: <c>port_value</c> is <c>portValue</c>.</summary>
    public static string Of(string snakeName)
    {
        if (!snakeName.Contains('_'))
        {
            return snakeName;
        }

        Span<char> name = stackalloc char[snakeName.Length];
        var length = 0;
        var raise = false;
        foreach (var character in snakeName)
        {
            if (character == '_')
            {
                raise = true;
                continue;
            }

            name[length++] = raise ? char.ToUpperInvariant(character) : character;
            raise = false;
        }

        return new string(name[..length]);
    }
}
