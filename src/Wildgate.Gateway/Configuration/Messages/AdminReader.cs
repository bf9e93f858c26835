using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.bootstrap.v3.Admin</c>.</summary>
internal static class AdminReader
{
    public static AdminConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("the admin interface") is not { } fields)
        {
            return null;
        }

        // Nearly every published example has this block, and running without it changes no traffic.
        value.Context.Problems.Warn(
            ConfigurationProblemIds.NotServed,
            value.Position,
            value.Path,
            "the admin interface is not served yet",
            "remove the block if nothing needs it");
        var address = fields.Optional("address") is { } addressValue
            ? AddressReader.ReadListening(addressValue) : null;
        fields.Optional("access_log_path")?.AsText();
        fields.RefuseOthers("access_log", "profile_path", "socket_options", "ignore_global_conn_limit", "allow_paths");
        return new AdminConfig(address);
    }
}
