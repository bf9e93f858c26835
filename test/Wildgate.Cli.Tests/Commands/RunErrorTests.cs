using System.Net;
using System.Net.Sockets;
using Wildgate.Cli.Tests.Support;
using static Wildgate.Cli.Tests.Support.TestPlugins;

namespace Wildgate.Cli.Tests.Commands;

/// <summary>Every bad input of <c>wild run PLUGIN</c>, with what its user reads, word for word.</summary>
public sealed class RunErrorTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string, byte[], string> BadModules => new()
    {
        {
            "empty.wasm", [],
            "the file is empty [PW1001]\n"
            + "Hint: Check that the build wrote the .wasm file and that the path is right"
        },
        {
            "letter.wasm", [.. "hello world"u8],
            "this is not a WebAssembly module: it begins with the bytes 68656C6C instead of 0061736D [PW1002]\n"
            + "Hint: Check that the path names the .wasm file of the build"
        },
        {
            "text.wasm", [.. "(module)"u8],
            "this is not a WebAssembly module: it looks like the text format (.wat) [PW1002]\n"
            + "Hint: Convert it with 'wat2wasm' or 'wasm-tools parse'"
        },
        {
            "component.wasm", [.. "\0asm\u000d\0\u0001\0"u8],
            "this is a WebAssembly component; Proxy-Wasm needs a core module [PW1003]\n"
            + "Hint: Build for a core target such as wasm32-wasip1 (Rust, Go) instead of wasm32-wasip2, or take the core "
            + "module from before 'wasm-tools component new'"
        },
        {
            "half.wasm", [.. "\0asm\u0001\0\0\0\u0007\u0064x"u8],
            "the file is truncated at offset 10: export section needs 100 bytes, but only 1 are left [PW1005]\n"
            + "Hint: The file was probably cut off while it was copied or downloaded: fetch or build it again, compare its "
            + "SHA-256"
        },
        {
            "no-marker.wasm", Binary($"(module {Memory} {Allocator})"),
            "missing or unknown Proxy-Wasm ABI version: the module exports no function proxy_abi_version_0_1_0, "
            + "proxy_abi_version_0_2_0 or proxy_abi_version_0_2_1 [PW1010]\n"
            + "Hint: Build it with a Proxy-Wasm SDK, and check that the linker keeps exported functions"
        },
        {
            "no-allocator.wasm", Binary($"(module {Memory} {Marker})"),
            "the module is missing the malloc function: it exports no function 'malloc' or 'proxy_on_memory_allocate' "
            + "[PW1011]\n"
            + "Hint: Every SDK exports one of them; check that the linker keeps exported functions"
        },
        {
            "import.wasm",
            Binary($"""(module (import "env" "fly" (func (param i32))) {Memory} {Marker} {Allocator})"""),
            "the module imports what this host does not provide: 'env.fly' (i32) -> (), an unknown function [PW1015]\n"
            + "Hint: Build the plugin for Proxy-Wasm hosts, without these functions or with the types given here"
        },
        {
            "broken.wat", [.. "(module\n  (memory 1)\n"u8],
            "the WebAssembly text is not well-formed: line 3, column 1: expected `)` [PW2001]\n"
            + "Hint: Correct the text at this place"
        },
    };

    public static TheoryData<string, string> BadStarts => new()
    {
        {
            "(func (export \"proxy_on_vm_start\") (param i32 i32) (result i32) (i32.const 0))",
            "plugin `plugin` answered false in proxy_on_vm_start: it rejects its configuration [PW2004]\n"
            + "Hint: Check the configuration against the plugin's documentation and what it logged"
        },
        {
            "(func (export \"proxy_on_configure\") (param i32 i32) (result i32) (i32.const 0))",
            "plugin `plugin` answered false in proxy_on_configure: it rejects its configuration [PW2004]\n"
            + "Hint: Check the configuration against the plugin's documentation and what it logged"
        },
        {
            "(func (export \"proxy_on_configure\") (param i32 i32) (result i32) unreachable)",
            "plugin `plugin` failed in proxy_on_configure (Unreachable): the guest executed `unreachable` (panic or abort) "
            + "[PW2005]\n"
            + "Hint: Look at what the plugin logged; a plugin must not fail while it starts"
        },
        {
            "(func (export \"_initialize\") (loop br 0))",
            "plugin `plugin` failed in _initialize (BudgetExceeded): the CPU budget of the call is used up [PW2005]\n"
            + "Hint: Look at what the plugin logged; a plugin must not fail while it starts"
        },
    };

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(BadModules))]
    public async Task A_file_that_is_no_plugin_is_invalid_input(string name, byte[] content, string expected)
    {
        var path = _scratch.Write(name, content);

        await AssertErrorAsync(3, $"Error: {path}: {expected}\n", path);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task A_configuration_that_the_module_says_is_wrong_is_refused_with_its_path(string command)
    {
        using var scratch = new Scratch();
        var plugin = Path.Combine(AppContext.BaseDirectory, "plugins", "http-callout.wasm");
        var configuration = scratch.Write("c.json", """{"cluster": "a", "timeoutMilliseconds": "soon", "pth": "/"}""");
        var suite = scratch.Write("suite.yaml", "test: [{name: a}]");
        string[] arguments = command == "run"
            ? ["run", plugin, "--config-file", configuration, "--listen", "127.0.0.1:0"]
            : ["test", "--yaml", suite, "--plugin", plugin, "--config", configuration];

        var result = await WildProcess.RunAsync(arguments);

        Assert.Equal((3, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal(
            $"Error: {configuration}: configuration.timeoutMilliseconds: expected an integer from 1 to 60000, "
            + "found \"soon\" [WG1018]\n"
            + $"Error: {configuration}: configuration.pth: expected a field of the plugin, found \"pth\" [WG1018]\n"
            + "Hint: Did you mean \"path\"?\n",
            result.Error);
    }

    [Fact]
    public async Task All_that_keeps_a_plugin_from_running_is_told_at_once()
    {
        var path = _scratch.Write("two.wat", $"(module {Memory})");
        var result = await WildProcess.RunAsync("run", path);

        Assert.Equal((3, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal(
            ["Error", "Hint", "Error", "Hint"],
            result.Error.TrimEnd().Split('\n').Select(line => line.Split(':')[0]));
        Assert.Contains("[PW1010]\nHint: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("[PW1011]\nHint: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadStarts))]
    public async Task A_plugin_that_does_not_start_ends_the_command(string function, string expected)
    {
        var path = _scratch.Write("plugin.wat", With(function));

        await AssertErrorAsync(3, $"Error: {expected}\n", path, "--listen", "127.0.0.1:0");
    }

    [Fact]
    public async Task What_a_plugin_said_before_it_failed_stands_before_the_error()
    {
        var path = _scratch.Write("plugin.wat", $"""
            (module (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
              {Memory} {Marker} {Allocator} (data (i32.const 8) "key is missing")
              (func (export "proxy_on_configure") (param i32 i32) (result i32)
                (drop (call $log (i32.const 4) (i32.const 8) (i32.const 14))) (i32.const 0)))
            """);

        var result = await WildProcess.RunAsync("run", path, "--listen", "127.0.0.1:0");

        Assert.StartsWith("error    plugin[1]: key is missing\nError: plugin `plugin`", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_plugin_is_told_from_a_missing_configuration()
    {
        var plugin = _scratch.At("nope.wasm");
        var configuration = _scratch.At("nope.json");

        await AssertErrorAsync(
            1,
            $"Error: cannot read {plugin}: the file does not exist\n"
            + "Hint: Check the path, and that the plugin has been built\n",
            plugin);
        await AssertErrorAsync(
            1,
            $"Error: cannot read {configuration}: the file does not exist\nHint: Check the path after --config-file\n",
            Repository.HelloPlugin,
            "--config-file",
            configuration);
    }

    [Fact]
    public async Task A_directory_without_a_project_is_neither_a_plugin_nor_a_configuration()
    {
        await AssertErrorAsync(
            1,
            $"Error: there is no project in {_scratch.Root}\n"
                + "Hint: Make one with `wild init NAME`, or name the directory of a C# project\n",
            _scratch.Root);
        await AssertErrorAsync(
            1,
            $"Error: cannot read {_scratch.Root}: it is a directory\nHint: Name a configuration file that you may read\n",
            Repository.HelloPlugin,
            "--config-file",
            _scratch.Root);
    }

    [Fact]
    public async Task A_configuration_without_end_is_refused() => await AssertErrorAsync(
        3,
        "Error: cannot read /dev/zero: it is larger than 16 MiB\nHint: No configuration is that large: check the path\n",
        Repository.HelloPlugin,
        "--config-file",
        "/dev/zero");

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await AssertErrorAsync(
            1,
            $"Error: cannot listen on {other.LocalEndpoint}: another program listens there [WG2001]\n"
            + "Hint: Stop that program or choose another port\n",
            Repository.HelloPlugin,
            "--listen",
            other.LocalEndpoint.ToString() ?? "");
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named() => await AssertErrorAsync(
        1,
        "Error: cannot listen on 192.0.2.1:0: Cannot assign requested address [WG2005]\n"
        + "Hint: Choose an address of this machine, and a port that you may use (most systems reserve those below 1024)\n",
        Repository.HelloPlugin,
        "--listen",
        "192.0.2.1:0");

    [Theory]
    [InlineData("8080")]
    [InlineData("example.test:80")]
    [InlineData("127.0.0.1:65536")]
    public async Task An_address_that_cannot_be_read_is_a_usage_error(string address)
    {
        foreach (var command in new string[][] { ["demo"], ["run", "x.wasm"] })
        {
            var result = await WildProcess.RunAsync([.. command, "--listen", address]);

            Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
            Assert.Equal(
                $"Error: wild {command[0]}: '{address}' is not an address to listen on: give HOST:PORT with an IP address "
                + $"or localhost, and a port from 0 to 65535\nHint: To see what is possible, run 'wild {command[0]} --help'\n",
                result.Error);
        }
    }

    private static async Task AssertErrorAsync(int exitCode, string error, params string[] arguments)
    {
        var result = await WildProcess.RunAsync(["run", .. arguments]);

        Assert.Equal((exitCode, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal(error, result.Error);
    }
}
