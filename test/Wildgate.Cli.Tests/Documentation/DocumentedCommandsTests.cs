namespace Wildgate.Cli.Tests.Documentation;

/// <summary>Runs what the pages tell their readers to run.</summary>
public sealed class DocumentedCommandsTests
{
    public static TheoryData<string, int> Blocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var block in CommandBlock.All().Where(static block => block.ReasonNotToRun is null))
            {
                data.Add(block.Page, block.Line);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Every_command_of_the_pages_works(string page, int line)
    {
        using var run = new BlockRun();

        await run.RunAsync(CommandBlock.All().Single(block => (block.Page, block.Line) == (page, line)));
    }

    [Fact]
    public void Blocks_are_found_with_their_place_and_the_reason_not_to_run_them()
    {
        const string Page = """
            # Title
            ```sh
            one \
              two
            # a comment
            three
            ```
            ```text
            no command
            ```
            <!-- not run: needs a network -->
            ```sh
            four
            ```
            """;

        var blocks = CommandBlock.In("page.md", Page).ToArray();

        Assert.Equal(2, blocks.Length);
        Assert.Equal((2, null), (blocks[0].Line, blocks[0].ReasonNotToRun));
        Assert.Equal(["one    two", "three"], blocks[0].Commands);
        Assert.Equal((12, "needs a network"), (blocks[1].Line, blocks[1].ReasonNotToRun));
        Assert.Equal(["four"], blocks[1].Commands);
    }
}
