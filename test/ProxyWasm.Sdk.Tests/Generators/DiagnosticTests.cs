namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>What the generators refuse, with id, line and words.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("PWS001", 2, "[Plugin]\npublic sealed class Hello { }",
        "'Hello' is marked [Plugin]: derive it from Plugin, HttpFilter or TcpFilter, and not abstract or generic")]
    [InlineData("PWS001", 1, "[Plugin] public abstract class Hello : HttpFilter { }",
        "'Hello' is marked [Plugin]: derive it from Plugin, HttpFilter or TcpFilter, and not abstract or generic")]
    [InlineData("PWS001", 1, "[Plugin] public sealed class Hello<T> : HttpFilter { }",
        "'Hello' is marked [Plugin]: derive it from Plugin, HttpFilter or TcpFilter, and not abstract or generic")]
    [InlineData("PWS002", 3, "\n\n[Plugin] public sealed class Hello(int number) : HttpFilter { public int N => number; }",
        "'Hello' is marked [Plugin]: give it a constructor without parameters or, in a filter, with its configuration")]
    [InlineData("PWS002", 1,
        "[Plugin] public sealed class Hello(C c) : Plugin { public C C => c; }\n[PluginConfig] public partial class C { }",
        "'Hello' is marked [Plugin]: give it a constructor without parameters or, in a filter, with its configuration")]
    [InlineData("PWS002", 1,
        "[Plugin] public sealed class Hello : Plugin { private Hello() { } }",
        "'Hello' is marked [Plugin]: give it a constructor without parameters or, in a filter, with its configuration")]
    [InlineData("PWS003", 3, "[Plugin] public sealed class A : HttpFilter { }\n"
        + "[Plugin(RootId = \"b\")] public sealed class B : TcpFilter { }\n"
        + "[Plugin] public sealed class C : HttpFilter { }",
        "'A' and 'C' have the same root id \"\"; give each [Plugin(RootId = \"…\")] of its own")]
    [InlineData("PWS004", 1, "[PluginConfig] public class C { }",
        "'C' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic")]
    [InlineData("PWS004", 1, "public class Outer { [PluginConfig] public partial class C { } }",
        "'C' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic")]
    [InlineData("PWS004", 1, "[PluginConfig] public abstract partial class C { }",
        "'C' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic")]
    [InlineData("PWS004", 1, "[PluginConfig] public partial class C<T> { }",
        "'C' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic")]
    [InlineData("PWS004", 1, "[PluginConfig] public partial record C(int Port);",
        "'C' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic")]
    [InlineData("PWS005", 2, "[PluginConfig] public partial class C {\npublic Uri? Value { get; init; } }",
        "'Value' cannot be read from a configuration: values of System.Uri have no form in JSON that is known here")]
    [InlineData("PWS005", 1, "[PluginConfig] public partial class C { public Dictionary<int, int>? Value { get; init; } }",
        "'Value' cannot be read from a configuration: values of System.Collections.Generic.Dictionary<int, int> "
        + "have no form in JSON that is known here")]
    [InlineData("PWS005", 1, "[PluginConfig] public partial class C { public List<object>? Value { get; init; } }",
        "'Value' cannot be read from a configuration: values of object have no form in JSON that is known here")]
    [InlineData("PWS005", 2, "[PluginConfig] public partial class C { public int Port { get; init; }\n"
        + "public int port { get; init; } }",
        "'port' cannot be read from a configuration: 'Port' has the field port already")]
    [InlineData("PWS001", 1, "[Plugin] public static class Hello { }",
        "'Hello' is marked [Plugin]: derive it from Plugin, HttpFilter or TcpFilter, and not abstract or generic")]
    [InlineData("PWS001", 1, "public class Outer<T> { [Plugin] public class Hello : HttpFilter { } }",
        "'Hello' is marked [Plugin]: derive it from Plugin, HttpFilter or TcpFilter, and not abstract or generic")]
    [InlineData("PWS002", 1, "[Plugin] public class Hello(ref C c) : HttpFilter { public C C = c; }\n"
        + "[PluginConfig] public partial class C { }",
        "'Hello' is marked [Plugin]: give it a constructor without parameters or, in a filter, with its configuration")]
    [InlineData("PWS002", 1, "[Plugin] public class Hello : HttpFilter { public required string Text { get; init; } }",
        "'Hello' is marked [Plugin]: give it a constructor without parameters or, in a filter, with its configuration")]
    [InlineData("PWS004", 1, "[PluginConfig] public static partial class C { }",
        "'C' is marked [PluginConfig]: make it partial, made without arguments, not nested, abstract or generic")]
    [InlineData("PWS005", 2, "[PluginConfig] public partial class C {\npublic int Port; }",
        "'Port' cannot be read from a configuration: it is a field; make it a property")]
    [InlineData("PWS005", 1, "[PluginConfig] internal partial class C { internal required int Port { get; init; } }",
        "'Port' cannot be read from a configuration: it is required, so the property and its setter must be public")]
    [InlineData("PWS005", 1, "[PluginConfig] public partial class C { public D? Value { get; init; } }\npublic class D { }",
        "'Value' cannot be read from a configuration: values of D have no form in JSON that is known here; "
        + "mark the class with [PluginConfig]")]
    [InlineData("PWS005", 1, "[PluginConfig] public partial class C { public D Value { get; init; } }\n"
        + "public enum D { Open, open }",
        "'Value' cannot be read from a configuration: global::D.@Open and global::D.@open are both \"open\" in JSON")]
    [InlineData("PWS006", 2, "public class Outer {\n[Plugin] private class Hello : HttpFilter { } }",
        "'Hello' is marked [Plugin], and generated code cannot see it; make it and what is around it internal or public")]
    [InlineData("PWS006", 1, "public class Outer { private class Inner { [Plugin] public class Hello : HttpFilter { } } }",
        "'Hello' is marked [Plugin], and generated code cannot see it; make it and what is around it internal or public")]
    [InlineData("PWS006", 1, "[Plugin] file class Hello : HttpFilter { }",
        "'Hello' is marked [Plugin], and generated code cannot see it; make it and what is around it internal or public")]
    [InlineData("PWS006", 1, "[PluginConfig] file partial class C { }",
        "'C' is marked [PluginConfig], and generated code cannot see it; make it and what is around it internal or public")]
    [InlineData("PWS007", 2, "[Plugin] public class Hello : HttpFilter {\n"
        + "protected override FilterAction OnRequestBody(Body body) => FilterAction.Pause;\n"
        + "protected override FilterTask OnRequestBodyAsync(Body body) => default; }",
        "'Hello' overrides both OnRequestBody and OnRequestBodyAsync, of which the host calls the latter alone; keep one")]
    public void A_mistake_is_told_at_its_line(string id, int line, string source, string message)
    {
        var run = GeneratorRun.Of(source);

        var found = Assert.Single(run.Diagnostics);
        Assert.Empty(run.Exceptions);
        Assert.Equal(id, found.Id);
        Assert.Equal(message, found.GetMessage());
        Assert.Equal(("Plugin.cs", line), (
            found.Location.GetLineSpan().Path, found.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.Empty(run.ErrorsOfGeneratedCode);
    }

    [Theory]
    [InlineData("namespace @event { [Plugin] public class @class(@new n) : HttpFilter { public @new N => n; }\n"
        + "[PluginConfig] public partial class @new { public @is @this { get; init; } }\n"
        + "public enum @is { @as, @in } }")]
    [InlineData("namespace N { [Plugin, Obsolete] public class H(C c) : HttpFilter { public C C => c; }\n"
        + "[PluginConfig] public partial class C : B<int> { }\n"
        + "public class B<T> { public T? Value { get; init; } public int Other { get; init; } } }")]
    [InlineData("public class Outer { internal class Inner { [Plugin] internal class Hello : HttpFilter { } } }")]
    [InlineData("[Plugin] public class Hello : HttpFilter {\n"
        + "[System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Hello() => Text = \"\";\n"
        + "public required string Text { get; init; } }")]
    [InlineData("[Plugin] public class Hello(Config c) : HttpFilter { public Config C => c; }\n"
        + "[PluginConfig] public partial record Config { public int Create { get; init; } public int Fields { get; init; }\n"
        + "public int Reader { get; init; } public string? Result { get; set; } public int EqualityContract1 { get; set; } }")]
    public void What_looks_unusual_and_is_right_builds(string source)
    {
        var run = GeneratorRun.Of(source);

        Assert.Empty(run.Diagnostics);
        Assert.NotNull(run.CreateModule().Create(default));
    }

    [Fact]
    public void Two_mistakes_are_two_messages()
    {
        var run = GeneratorRun.Of("""
            [PluginConfig] public partial class C
            {
                public object? First { get; init; }
                public object? Second { get; init; }
            }
            """);

        Assert.Equal([3, 4], run.Diagnostics.Select(found => found.Location.GetLineSpan().StartLinePosition.Line + 1));
    }

    [Fact]
    public void An_assembly_without_a_plugin_gets_nothing()
    {
        var run = GeneratorRun.Of("public class Helper { }");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }
}
