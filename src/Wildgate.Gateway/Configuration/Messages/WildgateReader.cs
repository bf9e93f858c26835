using ProxyWasm.Host.Callouts.Transport;
using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads the message <c>wildgate</c> at the root: what Envoy does not have.</summary>
internal static class WildgateReader
{
    public static IReadOnlyList<string> ReadUrlHosts(ConfigurationValue value)
    {
        if (value.AsMessage("the settings of Wildgate") is not { } fields)
        {
            return [];
        }

        var hosts = new List<string>();
        foreach (var item in fields.Optional("allowed_url_hosts")?.AsList() ?? [])
        {
            if (item.AsName() is not { } entry)
            {
                continue;
            }

            hosts.Add(entry);
            if (!HttpCalloutOptions.IsUrlHost(entry))
            {
                item.Report(
                    ConfigurationProblemIds.InvalidValue,
                    $"expected a host that plugins may call, found {Quotation.Of(entry)}",
                    "write it as host, host:port, host:* or *.domain, without http:// and without a path");
            }
        }

        fields.RefuseOthers();
        return hosts;
    }
}
