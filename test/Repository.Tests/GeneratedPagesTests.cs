namespace Wildgate.Repository.Tests;

/// <summary>Pages that are made from the code say what the code says.</summary>
public sealed class GeneratedPagesTests
{
    [Fact]
    public void The_page_of_the_abi_is_up_to_date() => AssertUpToDate(AbiPage.Path, AbiPage.Write());

    [Fact]
    public void The_page_of_parity_is_up_to_date() => AssertUpToDate(ParityPage.Path, ParityPage.Write());

    private static void AssertUpToDate(string page, string text)
    {
        var expected = text.ReplaceLineEndings("\n");
        var path = Path.Combine(Checkout.Root, page);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected, $"{page} is stale: run with UPDATE_DOCS=1");
    }
}
