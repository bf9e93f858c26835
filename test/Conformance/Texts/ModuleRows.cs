namespace ProxyWasm.Conformance.Tests.Texts;

/// <summary>One row of a theory per module, under the name of the module.</summary>
public static class ModuleRows
{
    public static IEnumerable<TheoryDataRow<string>> Of(string folder) =>
        ModuleText.NamesIn(folder).Select(name => Row(folder, name));

    /// <summary>Modules whose <c>;; expect:</c> line begins with <paramref name="fate"/>.</summary>
    public static IEnumerable<TheoryDataRow<string>> Of(string folder, string fate) => ModuleText.NamesIn(folder)
        .Where(name => ModuleText.Load(folder, name).Require("expect").Split(' ')[0] == fate)
        .Select(name => Row(folder, name));

    private static TheoryDataRow<string> Row(string folder, string name)
    {
        var row = new TheoryDataRow<string>(name).WithTestDisplayName(name);
        foreach (var number in ModuleText.Load(folder, name).Find("cases")?.Split(' ') ?? [])
        {
            row = row.WithTrait("abi-case", number);
        }

        return row;
    }
}
