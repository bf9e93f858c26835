using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Substitution;

/// <summary>
/// Public members that must not be called from a program's own code although the base library may: what it needs of
/// them is there, what a program expects of them is not.
/// </summary>
internal static partial class UnsupportedCalls
{
    private const string Waiting = "a module has a single thread that must not block; use await";

    private const string Timers = "a module has no timers of its own; pass a TimeProvider whose timers are the host's, "
        + "such as Clock.TimeProvider of ProxyWasm.Sdk";

    /// <summary>For what the base library itself says is not there.</summary>
    public const string Platform =
        "the base library does not offer it in WebAssembly; let the host do it, or use a library in plain C#";

    private static readonly (Regex Pattern, string Reason)[] Table =
    [
        (ReflectionCalls(), "reflection beyond names and type identity is not available; use generics or a source "
            + "generator"),
        (WaitingCalls(), Waiting),
        (TimerCalls(), Timers),
        (CodeCalls(), "code cannot be made at run time; use delegates, generics or a source generator"),
        (DigestCalls(), Platform),
        (CultureCalls(), "only the invariant culture is available; use CultureInfo.InvariantCulture"),
    ];

    public static string? Reason(IlMethod member)
    {
        var definition = member.Definition;
        if (!definition.Owner.Module.IsFramework || definition.Handle.IsNil)
        {
            return null;
        }

        var text = $"{member.Key}({string.Join(',', member.Signature.Parameters.Select(p => p.ToString()))})";
        foreach (var (pattern, reason) in Table)
        {
            if (pattern.IsMatch(text))
            {
                return reason;
            }
        }

        return NeedsReflection(member) ?? (HarmlessWaits().IsMatch(text) ? null : NeedsAnotherPlatform(definition));
    }

    /// <summary>What the base library itself says about members that work by reflection.</summary>
    private static string? NeedsReflection(IlMethod member)
    {
        const string Attribute = "RequiresUnreferencedCodeAttribute";
        if (!CustomAttributes.Has(member.Definition, Attribute))
        {
            return null;
        }

        if (!member.Key.StartsWith("System.Text.Json.Nodes.", StringComparison.Ordinal))
        {
            return CustomAttributes.FixedStrings(
                member.Definition, CustomAttributes.Find(member.Definition, Attribute).First())[0];
        }

        // These are replaced for the types that need no converter; the runtime library's JsonValues lists the same.
        return member.Arguments is [var type] && !JsonValueTypes().IsMatch(type.ToString())
            ? $"a node cannot be made of {type}; make it of text, a number or another node, or call JsonValue.Create "
                + "with the JsonTypeInfo of a JsonSerializerContext"
            : null;
    }

    /// <summary>What the base library itself says about members that need more than a browser has.</summary>
    private static string? NeedsAnotherPlatform(MethodDef definition) =>
        Attributes(definition).Any(a => IsFor(a.Module, a.Handle, "browser"))
            ? Platform
            : null;

    private static IEnumerable<(Module Module, CustomAttributeHandle Handle)> Attributes(MethodDef definition)
    {
        var module = definition.Owner.Module;
        var handles = module.Metadata.GetMethodDefinition(definition.Handle).GetCustomAttributes().AsEnumerable();
        for (var type = definition.Owner; type is not null; type = type.Declaring)
        {
            handles = handles.Concat(type.Metadata.GetCustomAttributes());
        }

        return handles.Select(h => (module, h));
    }

    private static bool IsFor(Module module, CustomAttributeHandle handle, string platform) =>
        CustomAttributes.NameOf(module, handle) == "UnsupportedOSPlatformAttribute"
        && CustomAttributes.ReaderOf(module, handle).ReadSerializedString() == platform;

    [GeneratedRegex(@"^System\.(Type::(GetInterfaces|GetFields)|Reflection\.MemberInfo::(IsDefined|"
        + @"GetCustomAttributes|get_Module))\(")]
    private static partial Regex ReflectionCalls();

    [GeneratedRegex(@"^System\.Threading\.(SemaphoreSlim|ManualResetEventSlim|CountdownEvent)::"
        + @"Wait\((System\.Threading\.CancellationToken)?\)|"
        + @"^System\.Threading\.Barrier::SignalAndWait\(")]
    private static partial Regex WaitingCalls();

    // With a TimeProvider that is the last or next to last argument, timers are those of that provider.
    [GeneratedRegex(@"^System\.Threading\.CancellationTokenSource::(\.ctor|CancelAfter)\(System\.(TimeSpan|Int32)\)|"
        + @"^System\.Threading\.Tasks\.Task(`1)?::(Delay|WaitAsync)\(System\.(TimeSpan|Int32)"
        + @"(,System\.Threading\.CancellationToken)?\)|"
        + @"^System\.Threading\.SemaphoreSlim::WaitAsync\(System\.(TimeSpan|Int32)")]
    private static partial Regex TimerCalls();

    /// <summary>They run what is queued, which mostly is what they wait for, or only look and do not wait.</summary>
    [GeneratedRegex(@"^System\.Threading\.(Tasks\.Task(`1)?::(Wait|WaitAll|WaitAny)|"
        + @"(SemaphoreSlim|ManualResetEventSlim|CountdownEvent)::Wait)\(")]
    private static partial Regex HarmlessWaits();

    [GeneratedRegex(@"^System\.Linq\.Expressions\.Expression::Lambda")]
    private static partial Regex CodeCalls();

    [GeneratedRegex(@"^System\.Security\.Cryptography\.(SHA3_|HMACSHA3_|Shake|Kmac)[^:]*::(?!get_IsSupported)")]
    private static partial Regex DigestCalls();

    [GeneratedRegex(@"^System\.Globalization\.(CultureInfo::(\.ctor|GetCultureInfo|GetCultures|CreateSpecificCulture)|"
        + @"RegionInfo::)")]
    private static partial Regex CultureCalls();

    [GeneratedRegex(@"^System\.(S?Byte|U?Int(16|32|64)|Single|Double|Decimal|String|Boolean|Char|Guid|"
        + @"DateTime(Offset)?|Text\.Json\.(JsonElement|Nodes\.Json(Node|Array|Object|Value)))$")]
    private static partial Regex JsonValueTypes();
}
