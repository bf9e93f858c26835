using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Validation;

/// <summary>Checks that a name is given once.</summary>
/// <param name="kind">What carries the name ("each domain").</param>
internal sealed class UniqueNames(string kind)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _names;

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Whether the name is new; otherwise a problem is reported at its place.</summary>
    public bool Add(string name, ConfigurationValue place)
    {
        if (_names.Add(name))
        {
            return true;
        }

        place.Report(
            ConfigurationProblemIds.DuplicateName,
            $"expected {kind} once, found {Quotation.Of(name)} again",
            "remove one of them");
        return false;
    }
}
