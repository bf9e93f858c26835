using System.Text;
using System.Text.RegularExpressions;

namespace Wildgate.Cli.Scaffolding;

/// <summary>The forms in which a new project's name appears in its files.</summary>
/// <param name="Given">As the user wrote it, such as <c>my-filter</c>; the project file and the module have it.</param>
internal sealed partial record ProjectName(string Given)
{
    private const int MaxLength = 100;

    /// <summary>The name of the plugin's class: <c>MyFilter</c>.</summary>
    public string Class { get; } = ToPascalCase(Given);

    /// <exception cref="CommandException">No class can be named after it.</exception>
    public static ProjectName Of(string text) => text.Length <= MaxLength && Acceptable().IsMatch(text)
        ? new ProjectName(text)
        : throw new CommandException(
            ExitCode.Usage,
            "projectName",
            $"'{text}' cannot be the name of a plugin: it becomes that of a class",
            "Begin with a letter and use letters, digits, '-', '_' and '.'; --name gives another than the directory's");

    private static string ToPascalCase(string text)
    {
        var name = new StringBuilder();
        foreach (var word in text.Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        }

        return name.ToString();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Acceptable();
}
