using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;
using Wildgate.Gateway.Configuration.Validation;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>extensions.wasm.v3.VmConfig</c>.</summary>
internal static class VmReader
{
    private const string RuntimePrefix = "envoy.wasm.runtime.";
    private const string DefaultRuntime = RuntimePrefix + "v8";

    private static readonly string[] Engines = ["v8", "wasmtime", "wamr", "wavm", "wasmedge"];

    public static VmConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a VM configuration") is not { } fields)
        {
            return null;
        }

        var vmId = fields.Optional("vm_id")?.AsText() ?? "";
        var runtime = ReadRuntime(fields.Optional("runtime"));
        var code = fields.Required("code") is { } codeValue ? VmCodeReader.Read(codeValue) : null;
        var configuration = fields.Optional("configuration") is { } any ? AnyBytesReader.Read(any) : null;
        var (hostKeys, environment) = ReadEnvironment(fields.Optional("environment_variables"));
        var allowPrecompiled = fields.Optional("allow_precompiled")?.AsBoolean() ?? false;
        var nackOnMiss = fields.Optional("nack_on_code_cache_miss")?.AsBoolean() ?? false;
        fields.RefuseOthers("custom_metrics");
        return code is null ? null : new VmConfig
        {
            VmId = vmId,
            Runtime = runtime,
            Code = code,
            Configuration = configuration ?? [],
            HostEnvironmentKeys = hostKeys,
            Environment = environment,
            AllowPrecompiled = allowPrecompiled,
            NackOnCodeCacheMiss = nackOnMiss,
        };
    }

    private static string ReadRuntime(ConfigurationValue? value)
    {
        if (value?.AsText() is not { Length: > 0 } runtime)
        {
            return DefaultRuntime;
        }

        if (runtime == RuntimePrefix + "null")
        {
            value.Report(
                ConfigurationProblemIds.NotSupported,
                "not supported: the null runtime runs plugins that are linked into Envoy itself",
                $"name a plugin compiled to WebAssembly and the runtime {DefaultRuntime}");
        }
        else if (!Engines.Any(engine => runtime == RuntimePrefix + engine))
        {
            value.Report(
                ConfigurationProblemIds.InvalidValue,
                $"expected {RuntimePrefix} and one of {string.Join(", ", Engines)}, found {Quotation.Of(runtime)}",
                $"write {DefaultRuntime}: every runtime is the gateway's own engine");
        }

        return runtime;
    }

    private static (IReadOnlyList<string> HostKeys, IReadOnlyList<KeyValuePair<string, string>> Values)
        ReadEnvironment(ConfigurationValue? value)
    {
        if (value?.AsMessage("environment variables") is not { } fields)
        {
            return ([], []);
        }

        var names = new UniqueNames("each environment variable");
        var hostKeys = new List<string>();
        foreach (var item in fields.Optional("host_env_keys")?.AsList() ?? [])
        {
            if (ReadVariable(item.AsName(), item) is { } key && names.Add(key, item))
            {
                hostKeys.Add(key);
            }
        }

        var values = new List<KeyValuePair<string, string>>();
        foreach (var (key, item) in fields.Optional("key_values")?.AsMap("variables") ?? [])
        {
            if (ReadVariable(key, item) is not null && names.Add(key, item) && ReadContent(item) is { } text)
            {
                values.Add(KeyValuePair.Create(key, text));
            }
        }

        fields.RefuseOthers();
        return ([.. hostKeys], [.. values]);
    }

    private static string? ReadContent(ConfigurationValue value)
    {
        // "KEY:" with nothing after it is how people write an empty variable.
        var text = value.IsNull ? "" : value.AsText();
        if (text is null || !text.Contains('\0'))
        {
            return text;
        }

        value.Report(
            ConfigurationProblemIds.InvalidValue,
            "expected the value of an environment variable, found text with a NUL character",
            "remove it: WASI ends each variable with NUL");
        return null;
    }

    private static string? ReadVariable(string? name, ConfigurationValue place)
    {
        if (name is null || (name.Length > 0 && name.AsSpan().IndexOfAny('=', '\0') < 0))
        {
            return name;
        }

        place.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected the name of an environment variable, found {Quotation.Of(name)}",
            "a name is not empty and has no =");
        return null;
    }
}
