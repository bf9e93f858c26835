using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Validation;

/// <summary>Checks that every cluster somebody names exists, and exists once.</summary>
internal sealed class ClusterReferences
{
    private readonly UniqueNames _defined = new("each cluster name");
    private readonly List<KeyValuePair<string, ConfigurationValue>> _used = [];

    /// <summary>Notes a definition; a second one of the same name is a problem.</summary>
    public void Define(string name, ConfigurationValue place) => _defined.Add(name, place);

    public void Use(string name, ConfigurationValue place) => _used.Add(KeyValuePair.Create(name, place));

    /// <summary>Reports the names that lead to nothing; call it when all clusters are read.</summary>
    public void Check()
    {
        foreach (var (name, place) in _used)
        {
            if (_defined.Contains(name))
            {
                continue;
            }

            var nearest = place.Context.Suggest(name, _defined.All);
            place.Report(
                ConfigurationProblemIds.UnknownReference,
                $"expected the name of a cluster, found {Quotation.Of(name)}",
                nearest is null
                    ? "define it in static_resources.clusters" : $"did you mean {Quotation.Of(nearest)}?");
        }
    }
}
