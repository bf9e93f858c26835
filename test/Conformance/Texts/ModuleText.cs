namespace ProxyWasm.Conformance.Tests.Texts;

/// <summary>A module as it lies in its file: what its comments ask for, its text, and the lines it must log.</summary>
public sealed class ModuleText
{
    private const string IncludeLine = ";; include prelude";

    private readonly string[] _lines;

    private ModuleText(string folder, string name)
    {
        Name = name;
        var path = Path.Combine(Root, folder, name + ".wat");
        _lines = File.ReadAllLines(path);
        var expected = Path.ChangeExtension(path, ".expected");
        Expected = File.Exists(expected) ? File.ReadAllText(expected).TrimEnd('\n') : null;
    }

    /// <summary>Name of the file without extension.</summary>
    public string Name { get; }

    /// <summary>The lines the module must log, by callback; null when only its fate counts.</summary>
    public string? Expected { get; }

    private static string Root => AppContext.BaseDirectory;

    public static ModuleText Load(string folder, string name) => new(folder, name);

    /// <summary>Names of all modules of a folder, in alphabetical order.</summary>
    public static IEnumerable<string> NamesIn(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.wat")
        .Select(static path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    /// <summary>What follows <c>;; key:</c> in the comment at the top, or null.</summary>
    public string? Find(string key)
    {
        var start = $";; {key}: ";
        return _lines
            .TakeWhile(static line => line.StartsWith(";;", StringComparison.Ordinal))
            .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
    }

    /// <summary>What follows <c>;; key:</c> in the comment at the top.</summary>
    public string Require(string key) =>
        Find(key) ?? throw new InvalidDataException($"{Name}.wat has no line `;; {key}: …` at its top");

    /// <summary>The whole module, with the prelude in its place.</summary>
    public string Assemble()
    {
        var prelude = File.ReadAllText(Path.Combine(Root, "modules", "prelude.wat.inc"));
        return string.Join('\n', _lines.Select(line => line.Trim() == IncludeLine ? prelude : line));
    }
}
