using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;

/// <summary>Reads <c>extensions.wasm.v3.PluginConfig</c>.</summary>
internal static class PluginReader
{
    private static readonly EnumNames<PluginFailurePolicy> FailurePolicies = new(
        "a failure policy",
        ("UNSPECIFIED", 0, PluginFailurePolicy.FailClosed),
        ("FAIL_RELOAD", 1, PluginFailurePolicy.FailReload),
        ("FAIL_CLOSED", 2, PluginFailurePolicy.FailClosed),
        ("FAIL_OPEN", 3, PluginFailurePolicy.FailOpen));

    public static PluginConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a plugin") is not { } fields)
        {
            return null;
        }

        var vm = fields.Required("vm_config") is { } vmValue ? VmReader.Read(vmValue) : null;
        var name = fields.Optional("name")?.AsText() ?? "";
        var rootId = fields.Optional("root_id")?.AsText() ?? "";
        var any = fields.Optional("configuration");
        var configuration = any is null ? null : AnyBytesReader.Read(any);
        var failurePolicy = ReadFailurePolicy(fields);
        var backoff = ReadReload(fields.Optional("reload_config"));
        var stopIteration = fields.Optional("allow_on_headers_stop_iteration")?.AsBoolean();
        var repairsLength = fields.Optional("repair_content_length")?.AsBoolean() ?? false;
        var capabilities = ReadCapabilities(fields.Optional("capability_restriction_config"));
        fields.RefuseOthers();
        return vm is null ? null : new PluginConfig
        {
            Name = name,
            RootId = rootId,
            Vm = vm,
            Configuration = configuration ?? [],
            ConfigurationPlace = PlaceOf(any ?? value),
            FailurePolicy = failurePolicy,
            ReloadBackoff = backoff,
            AllowOnHeadersStopIteration = stopIteration,
            RepairContentLength = repairsLength,
            AllowedCapabilities = capabilities,
        };
    }

    // Of an `Any` its content: what the plugin gets.
    private static ConfigurationPlace PlaceOf(ConfigurationValue value)
    {
        MappingEntry? content = null;
        (value.Node as MappingNode)?.TryGet("value", out content);
        var position = content?.KeyPosition ?? value.Position;
        return new(value.Context.Problems.Source, position.Line, position.Column, value.Path.ToString())
        {
            Content = content?.Value,
        };
    }

    private static PluginFailurePolicy ReadFailurePolicy(MessageFields fields)
    {
        var failOpen = fields.Optional("fail_open");
        var isOpen = failOpen?.AsBoolean() == true;
        var policyValue = fields.Optional("failure_policy");
        var policy = policyValue?.AsEnum(FailurePolicies);
        if (failOpen is not null && policyValue is not null)
        {
            failOpen.Report(
                ConfigurationProblemIds.Conflict,
                "expected only one of fail_open, failure_policy, found both",
                "remove fail_open, which is the older of the two");
        }

        return policy ?? (isOpen ? PluginFailurePolicy.FailOpen : PluginFailurePolicy.FailClosed);
    }

    private static BackoffConfig ReadReload(ConfigurationValue? value)
    {
        var fields = value?.AsMessage("a reload configuration");
        var backoff = BackoffReader.Read(fields?.Optional("backoff"));
        fields?.RefuseOthers();
        return backoff;
    }

    private static IReadOnlyList<string> ReadCapabilities(ConfigurationValue? value)
    {
        if (value?.AsMessage("a capability restriction") is not { } fields)
        {
            return [];
        }

        var names = new List<string>();
        foreach (var (name, sanitization) in fields.Optional("allowed_capabilities")?.AsMap("capabilities") ?? [])
        {
            names.Add(name);
            if (!sanitization.IsNull)
            {
                sanitization.AsEmptyMessage("a sanitization");
            }
        }

        fields.RefuseOthers();
        return [.. names];
    }
}
