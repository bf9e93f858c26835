using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>
/// Lets <c>Task.Delay</c> and <c>Task.WaitAsync</c> in the code of a plugin wait by the clock of the host: the compiler
/// calls what is written here in their place. Neither a module nor a test with a clock of its own has another one.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TimeGenerator : IIncrementalGenerator
{
    private const string Provider = "global::ProxyWasm.Sdk.Clock.TimeProvider";
    private const string Tasks = "global::System.Threading.Tasks";
    private const string Token = ", global::System.Threading.CancellationToken token";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var calls = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delay" or "WaitAsync" }
                    or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "WaitAsync" }
                    or IdentifierNameSyntax { Identifier.ValueText: "Delay" },
            },
            static (found, cancellation) => CallOf(
                (InvocationExpressionSyntax)found.Node, found.SemanticModel, cancellation)).Collect();

        // Without leave of the project, which the package gives, the compiler would refuse what is written here.
        var isAllowed = context.ParseOptionsProvider.Select(static (options, _) =>
            options.Features.TryGetValue("InterceptorsNamespaces", out var names)
            && names.Split(';').Contains("ProxyWasm.Generated"));
        context.RegisterSourceOutput(calls.Combine(isAllowed), static (output, input) =>
        {
            if (input.Right)
            {
                Write(output, input.Left);
            }
        });
    }

    // What takes the place of a call, and the attribute that says of which; null for other calls.
    private static (string Signature, string Body, string Place)? CallOf(
        InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || method.ContainingType.OriginalDefinition.ToDisplayString() is not ("System.Threading.Tasks.Task"
                or "System.Threading.Tasks.Task<TResult>")
            || Replacement(method) is not var (signature, body)
            || model.GetInterceptableLocation(call, cancellation) is not { } place)
        {
            return null;
        }

        return (signature, body, place.GetInterceptsLocationAttributeSyntax());
    }

    private static (string Signature, string Body)? Replacement(IMethodSymbol method)
    {
        var types = string.Join(",", method.Parameters.Select(parameter => parameter.Type.Name));
        var token = types.EndsWith(",CancellationToken", StringComparison.Ordinal);
        var (parameter, argument) = token ? (Token, ", token") : ("", "");
        switch ((method.Name, types.Split(',')[0]))
        {
            case ("Delay", "TimeSpan") when types is "TimeSpan" or "TimeSpan,CancellationToken":
                return ($"{Tasks}.Task Delay(global::System.TimeSpan time{parameter})",
                    $"{Tasks}.Task.Delay(time, {Provider}{argument})");
            case ("Delay", "Int32"):
                return ($"{Tasks}.Task Delay(int time{parameter})",
                    $"{Tasks}.Task.Delay(global::System.TimeSpan.FromMilliseconds(time), {Provider}{argument})");
            case ("WaitAsync", "TimeSpan") when types is "TimeSpan" or "TimeSpan,CancellationToken":
                var (generic, task) = method.ContainingType.IsGenericType ? ("<T>", "Task<T>") : ("", "Task");
                var parameters = $"this {Tasks}.{task} task, global::System.TimeSpan time{parameter}";
                return ($"{Tasks}.{task} WaitAsync{generic}({parameters})",
                    $"task.WaitAsync(time, {Provider}{argument})");
            default:
                return null;
        }
    }

    private static void Write(
        SourceProductionContext output, ImmutableArray<(string Signature, string Body, string Place)?> calls)
    {
        var found = calls.OfType<(string Signature, string Body, string Place)>().ToArray();
        if (found.Length == 0)
        {
            return;
        }

        var source = new Source()
            .Open("namespace System.Runtime.CompilerServices")
            .Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]")
            .Line("file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute;")
            .Close()
            .Line()
            .Open("namespace ProxyWasm.Generated")
            .Open("file static class HostTime");
        foreach (var form in found.GroupBy(call => (call.Signature, call.Body)))
        {
            foreach (var (_, _, place) in form)
            {
                source.Line(place);
            }

            source.Line($"public static {form.Key.Signature} => {form.Key.Body};").Line();
        }

        output.AddSource("HostTime.g.cs", source.Close().Close().ToString());
    }
}
