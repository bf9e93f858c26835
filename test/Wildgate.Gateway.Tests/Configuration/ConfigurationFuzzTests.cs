using System.Diagnostics;
using System.Text;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Broken texts end in a configuration or a <see cref="ConfigurationException"/>, and soon.</summary>
public sealed class ConfigurationFuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "\t", "\n", " ", "  ", "- ", "? ", ": ", "{", "}", "[", "]", ",", "\"", "'", "|", ">", "|+2",
        "&a ", "*a", "<<: *a",
        "!!str ", "!!int ", "!<> ", "!x ", "%YAML 1.2\n", "%TAG ! a\n", "---\n", "...\n", "# ", "~", "null", "yes",
        "0x", "010", "1e999", "-1", "99999999999999999999", "\\u0000", "\\ud800", "\\UFFFFFFFF",
        "\u0000", "\ud800", "\uFEFF",
        "\u2028", "\u0085", "é", "😀", "@type: a", "\"@type\": a/google.protobuf.Struct", "value: {}", "500ms", "1s",
        "static_resources:", "clusters:", "listeners:", "typed_config:", "name:", "envoy.filters.http.router",
    ];

    [Theory]
    [InlineData("envoy.yaml")]
    [InlineData("envoy.json")]
    public void Mutated_configurations_are_read_or_refused(string sourceName)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var whole = Sample.With(("plugin", """
            name: plugin
            failure_policy: FAIL_RELOAD
            reload_config: { backoff: { base_interval: 1s, max_interval: 30s } }
            configuration:
              "@type": type.googleapis.com/google.protobuf.Struct
              value: { a: [1, 0.5, yes, null, { b: "\u00fc" }] }
            vm_config:
              configuration: { "@type": type.googleapis.com/google.protobuf.BytesValue, value: AAEC }
              environment_variables: { host_env_keys: [HOME], key_values: { MODE: prod } }
              code: { local: { inline_bytes: AGFzbQ== } }
            """));
        Assert.NotNull(Load.Text(whole));

        for (var round = 0; round < Rounds; round++)
        {
            Check(Mutate(whole, random), sourceName);
        }
    }

    [Fact]
    public void Random_pieces_of_yaml_are_read_or_refused()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 60); count > 0; count--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            Check(text.ToString(), "envoy.yaml");
        }
    }

    private static string Mutate(string whole, Random random)
    {
        var text = new StringBuilder(whole);
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                case 3:
                    text[at] = (char)random.Next(32, 127);
                    break;
                default:
                    text[at] = (char)random.Next(char.MaxValue + 1);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Check(string text, string sourceName)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            Assert.NotEmpty(Load.Text(text, sourceName).Listeners);
        }
        catch (ConfigurationException refusal)
        {
            Assert.NotEmpty(refusal.Problems);
            Assert.All(refusal.Problems, problem => CheckPlace(problem, text));
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{failure}\n{text}");
        }

        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, text);
    }

    private static void CheckPlace(ConfigurationProblem problem, string text)
    {
        var lines = 1 + text.Count(static character => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029');
        Assert.InRange(problem.Line, 1, lines);
        Assert.InRange(problem.Column, 1, text.Length + 1);
        Assert.DoesNotContain(problem.ToString(), char.IsControl);
    }
}
