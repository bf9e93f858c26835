using System.Globalization;

namespace ProxyWasm.Compiler.Tests;

/// <summary>Modules stay within the sizes that <c>Sizes/budgets.txt</c> allows.</summary>
public sealed class SizeTests
{
    private static string Directory => AppContext.BaseDirectory;

    public static TheoryData<string, int> Budgets
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var line in File.ReadLines(Path.Combine(Directory, "budgets.txt")).Where(l => l[0] != '#'))
            {
                var words = line.Split(' ');
                data.Add(words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Budgets))]
    public void A_module_is_not_larger_than_its_budget(string program, int budget)
    {
        var module = Compiling.Module(Compiling.Options with
        {
            Assembly = Path.Combine(Directory, "ProxyWasm.Compiler.Sizes.dll"),
            Exports = [$"Measured::{program}"],
        });

        Assert.InRange(module.Length, 1, budget);
    }
}
