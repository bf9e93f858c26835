using System.Globalization;
using System.Text.RegularExpressions;

namespace Wildgate.Repository.Tests;

/// <summary>
/// Which tests prove which case: methods with the trait <c>abi-case</c>, and conformance modules with a line
/// <c>;; cases: 1 2</c>. Read from the sources, so that no other test assembly is needed.
/// </summary>
internal static partial class CaseTests
{
    /// <summary>The names of the tests by number of the case, in alphabetical order.</summary>
    public static ILookup<int, string> Find() => InMethods()
        .Concat(InModules("modules", "FunctionTests"))
        .Concat(InModules("hostile", "HostileTests"))
        .OrderBy(proof => proof.Test, StringComparer.Ordinal)
        .Distinct()
        .ToLookup(proof => proof.Number, proof => proof.Test);

    private static IEnumerable<(int Number, string Test)> InMethods()
    {
        foreach (var path in Checkout.Files("test", "*Tests.cs"))
        {
            var type = Path.GetFileNameWithoutExtension(path);
            var pending = new List<int>();
            foreach (Match match in TraitOrMethod().Matches(Checkout.Read(path)))
            {
                if (match.Groups["number"] is { Success: true } number)
                {
                    pending.Add(int.Parse(number.Value, CultureInfo.InvariantCulture));
                    continue;
                }

                foreach (var found in pending)
                {
                    yield return (found, $"{type}.{match.Groups["method"].Value}");
                }

                pending.Clear();
            }

            if (pending.Count > 0)
            {
                throw new FormatException($"{path}: the trait of case {pending[0]} is not followed by a test");
            }
        }
    }

    private static IEnumerable<(int Number, string Test)> InModules(string folder, string type) =>
        from path in Checkout.Files($"test/Conformance/{folder}", "*.wat")
        let line = CasesLine().Match(Checkout.Read(path))
        where line.Success
        from number in line.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (int.Parse(number, CultureInfo.InvariantCulture), $"{type} ({Path.GetFileNameWithoutExtension(path)})");

    [GeneratedRegex(
        @"^\s*\[Trait\(""abi-case"", ""(?<number>\d+)""\)\]"
            + @"|^ {4}public (?:static )?(?:async )?(?:Task|ValueTask|void) (?<method>\w+)\(",
        RegexOptions.Multiline)]
    private static partial Regex TraitOrMethod();

    [GeneratedRegex(@"^;; cases: ([\d ]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex CasesLine();
}
