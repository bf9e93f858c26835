using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// The names and numbers of a protobuf enumeration. Names are compared without case, as in Envoy's parser; published
/// examples write <c>strict_dns</c> and <c>auto</c>.
/// </summary>
/// <param name="kind">The enumeration in words ("a codec type").</param>
/// <param name="entries">Name, number and value; a null value is known and not supported.</param>
internal sealed class EnumNames<T>(string kind, params (string Name, int Number, T? Value)[] entries)
    where T : struct
{
    public string Kind { get; } = kind;

    public T? Read(ScalarNode scalar, ConfigurationValue place)
    {
        foreach (var (name, number, value) in entries)
        {
            var isMeant = name.Equals(scalar.Text, StringComparison.OrdinalIgnoreCase)
                || (PlainScalars.TryReadInteger(scalar.Text, out var given) && given == number);
            if (!isMeant)
            {
                continue;
            }

            if (value is null)
            {
                place.Report(
                    ConfigurationProblemIds.NotSupported,
                    $"not supported: this version does not carry out {name} as {Kind}",
                    $"use {Supported()}");
            }

            return value;
        }

        var nearest = place.Context.Suggest(scalar.Text, entries.Select(static entry => entry.Name));
        place.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected {Kind} ({Supported()}), found {scalar.Describe()}",
            nearest is null ? "" : $"did you mean {nearest}?");
        return null;
    }

    private string Supported() =>
        string.Join(", ", entries.Where(static entry => entry.Value is not null).Select(static entry => entry.Name));
}
