using System.Text.RegularExpressions;

namespace Wildgate.Repository.Tests;

/// <summary>Rules that keep the tree readable and fit to be published.</summary>
public sealed partial class FileRulesTests
{
    private const int MaxLines = 300;
    private const int MaxColumns = 120;

    // Tables whose rows belong together.
    private static readonly HashSet<string> MayBeLonger = [];

    // A type that the C# compiler looks for in a namespace of its own.
    private static readonly HashSet<string> MayBeElsewhere = ["src/ProxyWasm.Sdk.Generators/IsExternalInit.cs"];

    public static IEnumerable<string> Sources =>
        Product.Concat(Checkout.Files("test", "*.cs")).Concat(Checkout.Files("bench", "*.cs"));

    private static IEnumerable<string> Product =>
        Checkout.Files("src", "*.cs").Concat(Checkout.Files("plugins", "*.cs")).Concat(Checkout.Files("samples", "*.cs"));

    [Fact]
    public void Product_files_stay_short()
    {
        var offenders = Product
            .Where(path => !MayBeLonger.Contains(path))
            .Where(path => Checkout.Read(path).Split('\n').Length - 1 > MaxLines);

        Assert.Empty(offenders);
    }

    [Fact]
    public void Lines_fit_the_page()
    {
        var offenders = Product
            .SelectMany(path => Checkout.Read(path).Split('\n').Select((line, index) => (path, line, index)))
            .Where(entry => entry.line.Length > MaxColumns)
            .Select(entry => $"{entry.path}:{entry.index + 1}");

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_names_a_machine_or_a_package_registry()
    {
        var offenders = Sources
            // In a further work tree of a repository, `.git` is a file.
            .Concat(Directory.EnumerateFiles(Checkout.Root).Select(path => Path.GetFileName(path)).Except([".git"]))
            .Concat(Checkout.Files("docs", "*.*"))
            .Concat(Checkout.Files("test", "*.json"))
            .Where(path => Forbidden().IsMatch(Checkout.Read(path)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var offenders = Checkout.Files("src", "*.cs")
            .Select(path => (path, found: NamespaceLine().Match(Checkout.Read(path)).Groups[1].Value))
            .Where(entry => entry.found.Length > 0 && entry.found != ExpectedNamespace(entry.path))
            .Where(entry => !MayBeElsewhere.Contains(entry.path))
            .Select(entry => $"{entry.path}: {entry.found}");

        Assert.Empty(offenders);
    }

    private static string ExpectedNamespace(string path) =>
        string.Join('.', path.Split('/')[1..^1]);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    // Split so that the rule does not find itself.
    [GeneratedRegex(@"/wor" + @"k/|registry\.npmj" + @"s|api\.nuge" + @"t|/roo" + @"t/")]
    private static partial Regex Forbidden();
}
