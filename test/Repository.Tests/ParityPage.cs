using System.Text;

namespace Wildgate.Repository.Tests;

/// <summary>Writes docs/envoy-parity.md: each behaviour that plugins rely on, and what proves it.</summary>
internal static class ParityPage
{
    public const string Path = "docs/envoy-parity.md";

    public static string Write()
    {
        var tests = CaseTests.Find();
        var text = new StringBuilder();
        text.Append("""
            # Behaviour, compared with Envoy

            Plugins are written for Envoy, so they behave here as they do there, down to the cases below. Generated from
            `test/Repository.Tests/abi-cases.tsv` and from the tests: a case is *proven* by the tests that carry its
            number, and *open* without any. `UPDATE_DOCS=1` with the tests of `test/Repository.Tests` writes it anew.


            """);
        AppendSummary(text, tests);
        text.Append("\n| case | behaviour | state | proven by |\n|---|---|---|---|\n");
        foreach (var entry in AbiCase.All)
        {
            var note = entry.Note.Length == 0 ? "" : $": {entry.Note}";
            var proofs = string.Join("<br>", tests[entry.Number].Select(test => $"`{test}`"));
            text.Append($"| {entry.Number} | {entry.Title} | {State(entry, tests)}{note} | {proofs} |\n");
        }

        return text.ToString();
    }

    private static void AppendSummary(StringBuilder text, ILookup<int, string> tests)
    {
        text.Append("| state | cases |\n|---|---|\n");
        foreach (var state in (string[])["proven", AbiCase.Deviates, AbiCase.NotApplicable, "open"])
        {
            text.Append($"| {state} | {AbiCase.All.Count(entry => State(entry, tests) == state)} |\n");
        }
    }

    private static string State(AbiCase entry, ILookup<int, string> tests) => entry.State switch
    {
        "" => tests.Contains(entry.Number) ? "proven" : "open",
        _ => entry.State,
    };
}
