using System.CommandLine;
using System.CommandLine.Parsing;
using ProxyWasm.Abi;
using Wildgate.Cli.Building;
using Wildgate.Cli.Input;

namespace Wildgate.Cli.Running;

/// <summary>The arguments of <c>wild run</c>, and how they become <see cref="RunOptions"/>.</summary>
internal sealed class RunSyntax
{
    private readonly Argument<string?> _plugin = new("PLUGIN.wasm")
    {
        Description = "The module to run, or - for standard input, or a C# project. [default: the project here]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _gateway =
        Text("--file", "gateway.yaml", "Run a gateway configuration instead of one plugin.", "-f");

    private readonly Option<string?> _configuration = Text("--config", "TEXT", "Configuration of the plugin.");

    private readonly Option<string?> _configurationFile =
        Text("--config-file", "FILE", "Configuration of the plugin, from a file; - is standard input.");

    private readonly Option<string?> _vmConfiguration = Text("--vm-config", "TEXT", "Configuration of the VM.");

    private readonly Option<string?> _rootId = Text("--root-id", "ID", "Which of the plugins in the module to run.");

    private readonly Option<string?> _name = Text("--name", "NAME", "Name in logs. [default: that of the file]");

    private readonly Option<string[]> _environment = new("--env")
    {
        HelpName = "KEY=VALUE",
        Description = "A variable that the plugin sees; may be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<Uri?> _upstream = new("--upstream")
    {
        HelpName = "URL",
        Description = "Where requests go. [default: a built-in echo]",
        CustomParser = ParseUpstream,
    };

    private readonly ListenOption _listen = new("127.0.0.1:8080");

    private readonly Option<bool> _failOpen = new("--fail-open")
    {
        Description = "Let requests pass without the plugin after it failed.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string> _logLevel = CreateLogLevel();

    public void AddTo(Command command)
    {
        command.Add(_plugin);
        foreach (var option in PluginOptions)
        {
            command.Add(option);
        }

        command.Add(_gateway);
        command.Add(_logLevel);
        command.Validators.Add(CheckChoice);
    }

    /// <summary>Reads a command line that has no errors.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="quiet">Whether plugins speak of errors only, unless a level is given.</param>
    public RunOptions Bind(ParseResult parsed, bool quiet = false)
    {
        var logLevel = quiet && parsed.GetResult(_logLevel) is not { Implicit: false }
            ? LogLevel.Error
            : Enum.Parse<LogLevel>(parsed.GetRequiredValue(_logLevel), ignoreCase: true);
        if (parsed.GetValue(_gateway) is { } gateway)
        {
            return new GatewayRunOptions { ConfigurationFile = gateway, LogLevel = logLevel };
        }

        var plugin = parsed.GetValue(_plugin) ?? PluginProject.Here;
        return new PluginRunOptions
        {
            Plugin = plugin,
            Name = parsed.GetValue(_name) ?? NameOf(plugin),
            Configuration = parsed.GetValue(_configuration) ?? string.Empty,
            ConfigurationFile = parsed.GetValue(_configurationFile),
            VmConfiguration = parsed.GetValue(_vmConfiguration) ?? string.Empty,
            RootId = parsed.GetValue(_rootId) ?? string.Empty,
            Environment = ReadEnvironment(parsed.GetValue(_environment) ?? []),
            Upstream = parsed.GetValue(_upstream),
            Listen = _listen.AddressIn(parsed),
            FailOpen = parsed.GetValue(_failOpen),
            LogLevel = logLevel,
        };
    }

    /// <summary>Whether the command line says how to run a plugin, so that no gateway configuration can.</summary>
    public bool HasPluginOptions(ParseResult parsed) =>
        PluginOptions.Any(option => parsed.GetResult(option) is { Implicit: false });

    private static string NameOf(string plugin) => plugin switch
    {
        InputFile.StandardInput => "plugin",
        _ when PluginProject.IsMeantBy(plugin) => PluginProject.Find(plugin).Name,
        _ => Path.GetFileNameWithoutExtension(plugin),
    };

    private IEnumerable<Option> PluginOptions =>
    [
        _configuration, _configurationFile, _vmConfiguration, _rootId, _name, _environment, _upstream, _listen,
        _failOpen,
    ];

    private static Option<string?> Text(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = helpName, Description = description };

    private static Option<string> CreateLogLevel()
    {
        var levels = Enum.GetNames<LogLevel>().Select(static level => level.ToLowerInvariant()).ToArray();
        var option = new Option<string>("--log-level")
        {
            HelpName = string.Join('|', levels),
            Description = "The least severe messages of plugins to print.",
            DefaultValueFactory = static _ => "info",
        };
        return option.AcceptOnlyFromAmong(levels);
    }

    private static Uri? ParseUpstream(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0 }
            && url is { Fragment.Length: 0, Query.Length: 0 })
        {
            return url;
        }

        result.AddError($"'{text}' is not an upstream: give a URL such as http://127.0.0.1:9000, no user, no query");
        return null;
    }

    private static Dictionary<string, string> ReadEnvironment(string[] variables) =>
        variables.Select(static variable => variable.Split('=', 2)).ToDictionary(
            static parts => parts[0], static parts => parts[1], StringComparer.Ordinal);

    private void CheckChoice(CommandResult result)
    {
        var hasPlugin = result.GetResult(_plugin) is { Tokens.Count: > 0 };
        var given = PluginOptions.Where(option => result.GetResult(option) is { Implicit: false });
        if (result.GetResult(_gateway) is not null)
        {
            var conflict = hasPlugin ? "PLUGIN.wasm" : given.FirstOrDefault()?.Name;
            if (conflict is not null)
            {
                result.AddError($"--file and {conflict} exclude each other: the configuration file names its plugins");
            }
        }
        else if (!hasPlugin && !PluginProject.IsHere)
        {
            result.AddError("give PLUGIN.wasm or --file gateway.yaml, or go to the directory of a C# project");
        }

        if (result.GetResult(_configuration) is not null && result.GetResult(_configurationFile) is not null)
        {
            result.AddError("--config and --config-file exclude each other");
        }

        if (result.GetResult(_plugin)?.Tokens is [{ Value: InputFile.StandardInput }]
            && result.GetResult(_configurationFile)?.Tokens is [{ Value: InputFile.StandardInput }])
        {
            result.AddError("PLUGIN.wasm and --config-file cannot both be standard input");
        }

        CheckVariables(result);
    }

    private void CheckVariables(CommandResult result)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in result.GetResult(_environment)?.Tokens ?? [])
        {
            var equals = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || token.Value.Contains('\0', StringComparison.Ordinal))
            {
                result.AddError($"--env '{token.Value}' is not of the form KEY=VALUE");
            }
            else if (!names.Add(token.Value[..equals]))
            {
                result.AddError($"--env gives '{token.Value[..equals]}' twice");
            }
        }
    }
}
