using System.CommandLine;
using ProxyWasm.Abi;
using Wildgate.Cli.Running;

namespace Wildgate.Cli.Tests.Running;

public sealed class RunSyntaxTests
{
    [Fact]
    public void A_plugin_alone_gets_defaults()
    {
        var options = Assert.IsType<PluginRunOptions>(Bind("out/hello.wasm"));

        Assert.Equal(("out/hello.wasm", "hello"), (options.Plugin, options.Name));
        Assert.Equal((string.Empty, null), (options.Configuration, options.ConfigurationFile));
        Assert.Equal((string.Empty, string.Empty), (options.VmConfiguration, options.RootId));
        Assert.Empty(options.Environment);
        Assert.Null(options.Upstream);
        Assert.Equal("127.0.0.1:8080", options.Listen.ToString());
        Assert.False(options.FailOpen);
        Assert.Equal(LogLevel.Info, options.LogLevel);
    }

    [Fact]
    public void Every_option_of_a_plugin_is_read()
    {
        var options = Assert.IsType<PluginRunOptions>(Bind(
            "x.wasm", "--config", "{\"a\":1}", "--vm-config", "vm", "--root-id", "r", "--name", "n", "--env", "A=1",
            "--env", "B=x=y", "--env", "C=", "--upstream", "https://example.test:8443/base", "--listen", "[::1]:0",
            "--fail-open", "--log-level", "trace"));

        Assert.Equal(("{\"a\":1}", "vm"), (options.Configuration, options.VmConfiguration));
        Assert.Equal(("r", "n"), (options.RootId, options.Name));
        Assert.Equal(
            new Dictionary<string, string> { ["A"] = "1", ["B"] = "x=y", ["C"] = string.Empty }, options.Environment);
        Assert.Equal(new Uri("https://example.test:8443/base"), options.Upstream);
        Assert.Equal(new ListenAddress("::1", 0), options.Listen);
        Assert.True(options.FailOpen);
        Assert.Equal(LogLevel.Trace, options.LogLevel);
    }

    [Fact]
    public void A_gateway_has_its_configuration_in_a_file()
    {
        var options = Assert.IsType<GatewayRunOptions>(Bind("-f", "gateway.yaml", "--log-level", "off"));

        Assert.Equal(("gateway.yaml", LogLevel.Off), (options.ConfigurationFile, options.LogLevel));
    }

    [Theory]
    [InlineData("give PLUGIN.wasm or --file gateway.yaml, or go to the directory of a C# project")]
    [InlineData("--file and PLUGIN.wasm exclude each other", "x.wasm", "-f", "g.yaml")]
    [InlineData("--file and --listen exclude each other", "-f", "g.yaml", "--listen", ":1")]
    [InlineData("--file and --fail-open exclude each other", "-f", "g.yaml", "--fail-open")]
    [InlineData("--config and --config-file exclude each other", "x.wasm", "--config", "a", "--config-file", "b")]
    [InlineData("--env 'A' is not of the form KEY=VALUE", "x.wasm", "--env", "A")]
    [InlineData("--env '=A' is not of the form KEY=VALUE", "x.wasm", "--env", "=A")]
    [InlineData("--env gives 'A' twice", "x.wasm", "--env", "A=1", "--env", "A=2")]
    [InlineData("'8080' is not an address", "x.wasm", "--listen", "8080")]
    [InlineData("'a:65536' is not an address", "x.wasm", "--listen", "a:65536")]
    [InlineData("'a: 1' is not an address", "x.wasm", "--listen", "a: 1")]
    [InlineData("'::1:80' is not an address", "x.wasm", "--listen", "::1:80")]
    [InlineData("'[1.2.3.4]:80' is not an address", "x.wasm", "--listen", "[1.2.3.4]:80")]
    [InlineData("'a b:80' is not an address", "x.wasm", "--listen", "a b:80")]
    [InlineData("'localhost:80' is not an upstream", "x.wasm", "--upstream", "localhost:80")]
    [InlineData("'ftp://a' is not an upstream", "x.wasm", "--upstream", "ftp://a")]
    [InlineData("'http://u:p@a/' is not an upstream", "x.wasm", "--upstream", "http://u:p@a/")]
    [InlineData("'http://a/?q' is not an upstream", "x.wasm", "--upstream", "http://a/?q")]
    [InlineData("'loud' not recognized", "x.wasm", "--log-level", "loud")]
    [InlineData("Required argument missing", "x.wasm", "--config")]
    public void Contradictions_and_bad_values_are_refused(string expected, params string[] arguments)
    {
        var (_, parsed) = Parse(arguments);

        Assert.Contains(expected, Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":8080", "", 8080)]
    [InlineData("0.0.0.0:1", "0.0.0.0", 1)]
    [InlineData("localhost:65535", "localhost", 65535)]
    [InlineData("[::]:443", "::", 443)]
    public void Addresses_to_listen_on_have_a_host_and_a_port(string text, string host, int port)
    {
        Assert.True(ListenAddress.TryParse(text, out var address));
        Assert.Equal(new ListenAddress(host, port), address);
        Assert.Equal(text, address.ToString());
    }

    private static RunOptions Bind(params string[] arguments)
    {
        var (syntax, parsed) = Parse(arguments);
        Assert.Empty(parsed.Errors);
        return syntax.Bind(parsed);
    }

    private static (RunSyntax Syntax, ParseResult Parsed) Parse(string[] arguments)
    {
        var syntax = new RunSyntax();
        var command = new Command("run");
        syntax.AddTo(command);
        return (syntax, command.Parse(arguments));
    }
}
