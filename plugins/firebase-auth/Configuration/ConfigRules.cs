using FirebaseAuth.Tokens;

namespace FirebaseAuth.Configuration;

/// <summary>What the types of the settings and their ranges do not say.</summary>
internal static class ConfigRules
{
    /// <summary>What is wrong, empty when nothing is.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="isDevelopment">Whether the virtual machine is one for development.</param>
    public static string Problem(FirebaseAuthConfig config, bool isDevelopment)
    {
        if (!IsProjectId(config.ProjectId))
        {
            return "'projectId' must be the id of a Firebase project: letters, digits, '-', '.' and ':'";
        }

        if (config.Emulator && !isDevelopment)
        {
            return "'emulator' lets anyone in: it is refused unless the VM configuration is 'development'";
        }

        if (config is { Revocation: not null, Session: not null })
        {
            return "'revocation' works for ID tokens, not for the cookies of 'session': remove one of them";
        }

        return ClaimHeaders.HeaderName(config.HeaderPrefix) == config.HeaderPrefix
            ? ClaimProblem(config.Claims)
            : "'headerPrefix' must be lower case letters, digits and '-'";
    }

    private static string ClaimProblem(string[] claims)
    {
        for (var index = 0; index < claims.Length; index++)
        {
            var name = ClaimHeaders.HeaderName(claims[index]);
            if (name is null or "uid" or "tenant")
            {
                return "'claims' must be names of letters, digits, '-' and '_' other than uid and tenant";
            }

            for (var other = 0; other < index; other++)
            {
                if (ClaimHeaders.HeaderName(claims[other]) == name)
                {
                    return "two of 'claims' have the same header";
                }
            }
        }

        return "";
    }

    private static bool IsProjectId(string id)
    {
        foreach (var character in id)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.' or ':'))
            {
                return false;
            }
        }

        return id.Length > 0;
    }
}
