namespace Wildgate.Repository.Tests;

/// <summary>Pages that are made from the code say what the code says.</summary>
public sealed class GeneratedPagesTests
{
    [Fact]
    public void The_page_of_the_abi_is_up_to_date()
    {
        var expected = AbiPage.Write().ReplaceLineEndings("\n");
        var path = Path.Combine(Checkout.Root, AbiPage.Path);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected, $"{AbiPage.Path} is stale: run with UPDATE_DOCS=1");
    }
}
