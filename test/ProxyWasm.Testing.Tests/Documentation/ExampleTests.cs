using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Tests.Hosts;
using ProxyWasm.Testing.Tests.Natives;

namespace ProxyWasm.Testing.Tests.Documentation;

/// <summary>The examples of docs/testing.md, word for word.</summary>
public sealed class ExampleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

#pragma warning disable xUnit1051 // The pages leave out what tokens a test framework has.
    [Fact]
    public async Task A_first_test()
    {
        Directory.SetCurrentDirectory(AppContext.BaseDirectory);

        await using var host = await TestHost.StartAsync(new TestPlugin("Modules/hello.wat") { Configuration = "" });
        var stream = host.OpenStream();

        stream.RequestHeaders((":path", "/a"), ("accept", "text/plain"));
        var response = stream.ResponseHeaders(("content-type", "text/plain"));

        Assert.Equal("world", response.Headers["hello"]);
    }

    [Fact]
    public async Task A_plugin_without_WebAssembly()
    {
        await using var host = await TestHost.StartAsync(TestPlugin.Native<GatePlugin>() with { Configuration = "welcome" });

        Assert.True(host.IsRunning);
    }
#pragma warning restore xUnit1051

    [Fact]
    public async Task Services_that_the_plugin_calls()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(), cancellationToken: Cancellation);
        var stream = host.OpenStream();

        var auth = host.Upstreams.Add("auth");
        auth.On().Fail();
        auth.On("/uuid").After(TimeSpan.FromMilliseconds(20)).Reply(200, "1234", ("content-type", "text/plain"));

        var request = stream.RequestHeaders();
        host.Advance(TimeSpan.FromMilliseconds(20));

        Assert.Equal(StepAction.Pause, request.Action);
        Assert.Equal("1234", stream.Request.Headers["x-uuid"]);
        Assert.Equal("ping", auth.Calls[0].Text);
    }

    [Fact]
    public void The_page_shows_a_suite_that_can_be_read()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", "testing.md"));
        var start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var text = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var directory = Directory.CreateTempSubdirectory("page");
        var path = Path.Combine(directory.FullName, "tests.yaml");
        File.WriteAllText(path, text);
        File.WriteAllText(Path.Combine(directory.FullName, "denied.html"), "denied");

        var suite = Suite.Read(path, SuiteFormat.Yaml);

        Assert.Equal(["adds_a_header"], suite.Names);
        directory.Delete(recursive: true);
    }

    [Fact]
    public void The_page_shows_nothing_but_these_examples()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Documentation", "ExampleTests.cs"))
            .Select(line => line.Trim())
            .ToHashSet();
        var (inside, shown) = (false, new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Documentation", "testing.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line == "```csharp";
            }
            else if (inside)
            {
                shown.Add(line.Trim());
            }
        }

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, line => !lines.Contains(line));
    }
}
