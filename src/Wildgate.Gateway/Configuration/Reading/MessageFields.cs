using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// The fields of one message. A reader asks for each field it knows and ends with <see cref="RefuseOthers"/>, which
/// reports whatever nobody asked for: a field cannot be ignored by forgetting it. Names are given in snake_case and
/// found in lowerCamelCase too, as protobuf's JSON form allows; a null field is absent.
/// </summary>
internal sealed class MessageFields(MappingNode node, ConfigurationValue owner, string kind)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    /// <summary>The message itself, as the place of problems that concern no single field.</summary>
    public ConfigurationValue Owner { get; } = owner;

    /// <summary>What the message is, in problems; known better when its type has been read.</summary>
    public string Kind { get; set; } = kind;

    private ReadContext Context => Owner.Context;

    public ConfigurationValue? Optional(string name)
    {
        _known.Add(name);
        var entry = Take(name);
        var camelName = CamelCase.Of(name);
        if (camelName != name && Take(camelName) is { } camelEntry)
        {
            if (entry is not null)
            {
                ReportTwice(camelEntry, name);
            }

            entry ??= camelEntry;
        }

        // The path has the name as it is written, so that a search in the file finds it.
        var value = entry is null
            ? null : new ConfigurationValue(entry.Value, Owner.Path.Field(entry.Key), Context);
        return value is { IsNull: true } ? null : value;
    }

    public ConfigurationValue? Required(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            ReportMissing(name);
        }

        return value;
    }

    public void ReportMissing(string name, string advice = "") => Context.Report(
        ConfigurationProblemIds.MissingField,
        Owner.Position,
        Owner.Path.Field(name),
        $"expected the field {Quotation.Of(name)} in {Kind}, found none",
        advice.Length == 0 ? "add it" : advice);

    /// <summary>
    /// The one field of several that exclude each other, or null when there is none. Two are a problem, and the first
    /// one counts.
    /// </summary>
    public OneOfField? OneOf(params ReadOnlySpan<string> names)
    {
        OneOfField? found = null;
        foreach (var name in names)
        {
            if (Optional(name) is not { } value)
            {
                continue;
            }

            if (found is null)
            {
                found = new OneOfField(name, value);
                continue;
            }

            value.Report(
                ConfigurationProblemIds.Conflict,
                $"expected only one of {string.Join(", ", names)} in {Kind}, found {found.Name} and {name}",
                "keep one of them");
        }

        return found;
    }

    /// <summary>Whether one of the fields is there, without asking for it.</summary>
    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.TryGet(name, out _) || node.TryGet(CamelCase.Of(name), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports the fields nobody asked for.</summary>
    /// <param name="unsupported">Fields that Envoy has and this version does not carry out.</param>
    public void RefuseOthers(params ReadOnlySpan<string> unsupported)
    {
        foreach (var entry in node.Entries)
        {
            if (_taken.Contains(entry.Key))
            {
                continue;
            }

            var path = Owner.Path.Field(entry.Key);
            if (IsAmong(unsupported, entry.Key))
            {
                Context.Report(
                    ConfigurationProblemIds.NotSupported,
                    entry.KeyPosition,
                    path,
                    $"not supported: this version does not carry out {Quotation.Of(entry.Key)} in {Kind}",
                    "remove the field");
            }
            else
            {
                ReportUnknown(entry, path, unsupported);
            }
        }
    }

    private void ReportUnknown(MappingEntry entry, ConfigurationPath path, ReadOnlySpan<string> unsupported)
    {
        Context.Report(
            ConfigurationProblemIds.UnknownField,
            entry.KeyPosition,
            path,
            $"expected a field of {Kind}, found {Quotation.Of(entry.Key)}",
            AdviceFor(entry.Key, unsupported));
    }

    private string AdviceFor(string unknown, ReadOnlySpan<string> unsupported)
    {
        if (unknown == "<<")
        {
            return "merge keys are not supported: write the fields out";
        }

        if (Context.Problems.IsFull)
        {
            return "";
        }

        return Context.Suggest(unknown, [.. _known, .. unsupported]) is { } nearest
            ? $"did you mean {Quotation.Of(nearest)}?"
            : $"the fields of {Kind} are {string.Join(", ", _known)}";
    }

    private void ReportTwice(MappingEntry entry, string name) => Context.Report(
        ConfigurationProblemIds.DuplicateKey,
        entry.KeyPosition,
        Owner.Path.Field(entry.Key),
        $"expected each field once, found {name} and {entry.Key}, which are the same",
        "keep one of them");

    private MappingEntry? Take(string key)
    {
        if (!node.TryGet(key, out var entry))
        {
            return null;
        }

        _taken.Add(key);
        return entry;
    }

    private static bool IsAmong(ReadOnlySpan<string> names, string key)
    {
        foreach (var name in names)
        {
            if (name == key || CamelCase.Of(name) == key)
            {
                return true;
            }
        }

        return false;
    }
}
