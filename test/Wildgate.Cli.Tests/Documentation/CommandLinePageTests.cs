using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Documentation;

/// <summary>Compares the page about the command line with what the program says about itself.</summary>
public sealed partial class CommandLinePageTests
{
    private const string CommonOptions = "Options of every command";

    private static readonly Dictionary<string, string> Sections = ReadSections();

    [Fact]
    public async Task Every_command_has_a_section_and_every_section_a_command()
    {
        var help = await HelpAsync();
        var commands = CommandLine().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..])
            .Select(match => $"wild {match.Groups[1].Value}");

        Assert.Equal(
            commands.Order(StringComparer.Ordinal),
            Sections.Keys.Where(title => title.StartsWith("wild ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_option_of_every_command_is_in_its_table_and_no_other()
    {
        var common = Documented(CommonOptions);
        Assert.Equal(
            Order(OptionsIn(await HelpAsync()).Except(["--version"])),
            Order(common));

        foreach (var title in Sections.Keys.Where(title => title.StartsWith("wild ", StringComparison.Ordinal)))
        {
            var options = OptionsIn(await HelpAsync(title["wild ".Length..])).Except(common);
            Assert.Equal((title, Order(options)), (title, Order(Documented(title))));
        }
    }

    [Fact]
    public void Every_exit_code_is_documented_and_no_other()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => Convert.ToInt32(field.GetRawConstantValue(), CultureInfo.InvariantCulture));
        var documented = CodeRow().Matches(Sections["Exit codes"])
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

        Assert.Equal(codes.Order(), documented);
    }

    private static async Task<string> HelpAsync(params string[] command)
    {
        var result = await WildProcess.RunAsync([.. command, "--help"]);
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }

    private static string[] OptionsIn(string help) =>
        [.. OptionLine().Matches(help).Select(match => match.Groups[1].Value)];

    private static string[] Documented(string section) =>
        [.. OptionRow().Matches(Sections[section]).Select(match => match.Groups[1].Value.Replace(@"\|", "|", StringComparison.Ordinal))];

    private static string Order(IEnumerable<string> options) =>
        string.Join('\n', options.Order(StringComparer.Ordinal));

    private static Dictionary<string, string> ReadSections()
    {
        var page = File.ReadAllText(Repository.At("docs/cli.md"));
        return page.Split("\n## ").Skip(1).ToDictionary(
            static section => section[..section.IndexOf('\n', StringComparison.Ordinal)], StringComparer.Ordinal);
    }

    [GeneratedRegex("^  ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    // An option stands in the first column of the help, two spaces or more before its description.
    [GeneratedRegex("^  (-.+?)(?:  .*)?$", RegexOptions.Multiline)]
    private static partial Regex OptionLine();

    [GeneratedRegex(@"^\| `(-[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex(@"^\| ([0-9]+) \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();
}
