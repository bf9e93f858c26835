using System.Text;
using Wildgate.Gateway.Configuration;
using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

public sealed class ConfigurationFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("wildgate-configuration-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_file_is_loaded_under_its_name()
    {
        var path = Write("envoy.yaml", Encoding.UTF8.GetBytes(Sample.Minimal));

        var configuration = GatewayConfigurationLoader.LoadFile(path);

        Assert.Equal(path, configuration.SourceName);
        Assert.Equal("main", configuration.Listeners[0].Name);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        var path = Write("envoy.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample.Minimal)]);

        Assert.Single(GatewayConfigurationLoader.LoadFile(path).Listeners);
    }

    [Fact]
    public void A_module_beside_the_file_is_found()
    {
        var module = Write("plugin.wasm", [0]);
        var path = Write("envoy.yaml", Encoding.UTF8.GetBytes(Sample.Minimal));

        Assert.Equal(new FileCodeConfig("plugin.wasm", module), CodeOf(GatewayConfigurationLoader.LoadFile(path)));
    }

    [Fact]
    public void A_module_in_the_working_directory_comes_first()
    {
        // This assembly is surely in a directory of its own; it is named relative to the working directory.
        var assembly = typeof(ConfigurationFileTests).Assembly.Location;
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), assembly);
        var text = Sample.With(("vm", $"code: {{ local: {{ filename: '{relative}' }} }}"));

        var configuration = GatewayConfigurationLoader.Parse(text, "text", _directory.FullName);

        Assert.Equal(new FileCodeConfig(relative, assembly), CodeOf(configuration));
    }

    [Fact]
    public void A_module_that_is_nowhere_is_expected_in_the_working_directory()
    {
        var configuration = GatewayConfigurationLoader.Parse(
            Sample.With(("vm", "code: { local: { filename: ./no/such.wasm } }")), "text", _directory.FullName);

        Assert.Equal(
            new FileCodeConfig("./no/such.wasm", Path.Combine(Directory.GetCurrentDirectory(), "no", "such.wasm")),
            CodeOf(configuration));
    }

    [Fact]
    public void A_missing_file_is_one_problem_without_a_place()
    {
        var problem = Refused(Path.Combine(_directory.FullName, "missing.yaml"));

        Assert.Equal((FileUnreadable, 0, 0, ""), (problem.Id, problem.Line, problem.Column, problem.Path));
        Assert.Contains("missing.yaml", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_is_not_a_configuration() =>
        Assert.Equal(FileUnreadable, Refused(_directory.FullName).Id);

    [Fact]
    public void Bytes_that_are_not_utf8_are_reported_with_their_place()
    {
        var problem = Refused(Write("envoy.yaml", [.. "a: b\nc: é"u8, 0xE9, .. "\n"u8]));

        Assert.Equal((NotText, 2, 5), (problem.Id, problem.Line, problem.Column));
    }

    [Fact]
    public void Utf16_is_refused() =>
        Assert.Equal(NotText, Refused(Write("envoy.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: b")])).Id);

    [Fact]
    public void A_file_over_16_mebibytes_is_refused()
    {
        var bytes = new byte[(16 * 1024 * 1024) + 1];
        Array.Fill(bytes, (byte)'#');

        Assert.Equal(LimitExceeded, Refused(Write("envoy.yaml", bytes)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bad\0name")]
    public void A_name_that_cannot_be_a_file_does_not_crash(string name)
    {
        var failure = Record.Exception(() => GatewayConfigurationLoader.LoadFile(name));

        Assert.True(name.Length == 0 ? failure is ArgumentException : failure is ConfigurationException);
    }

    private static VmCodeConfig CodeOf(GatewayConfiguration configuration) =>
        Assert.Single(configuration.Listeners[0].Http.Filters).Plugin.Vm.Code;

    private static ConfigurationProblem Refused(string path) => Assert.Single(
        Assert.Throws<ConfigurationException>(() => GatewayConfigurationLoader.LoadFile(path)).Problems);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
