using System.Text.RegularExpressions;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Substitution;

/// <summary>Parts of the base library that have no meaning in a module, and what to use instead.</summary>
internal static partial class UnsupportedMembers
{
    private const string Reflection =
        "reflection beyond names and type identity is not available; use generics or a source generator";

    private const string Threads = "a module has a single thread that must not block; use await";

    private const string Files = "a module has no file system; embed the data or receive it from the host";

    private static readonly (Regex Pattern, string Reason)[] Table =
    [
        (ReflectionMembers(), Reflection),
        (RuntimeTypeMembers(), Reflection),
        (ThreadMembers(), Threads),
        (FileMembers(), Files),
        (NativeMembers(), "native libraries cannot be called from a module"),
        (CultureMembers(), "only the invariant culture is available"),
        (DiagnosticsMembers(), "stack traces and event tracing are not available"),
    ];

    public static string? Reason(IlMethod method)
    {
        // Constructors and lambdas do nothing by themselves that is not available; what they call may.
        var owner = method.Definition.Owner;
        if (!owner.Module.IsFramework || method.Definition.IsConstructor || method.Definition.IsStaticConstructor
            || owner.Name.StartsWith("<>c", StringComparison.Ordinal))
        {
            return null;
        }

        var key = method.Key;
        foreach (var (pattern, reason) in Table)
        {
            if (pattern.IsMatch(key))
            {
                return reason;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(System\.Reflection\.(?!AssemblyName|Missing|MemberInfo::)|Internal\.|Mono\.|"
        + @"System\.ModuleHandle|"
        + @"System\.Signature|System\.DefaultBinder|System\.RuntimeMethodHandle|System\.RuntimeFieldHandle|"
        + @"System\.Runtime\.Loader|System\.Resources\.)")]
    private static partial Regex ReflectionMembers();

    [GeneratedRegex(@"^System\.(RuntimeType(\+.*)?::|RuntimeTypeHandle::|Type::(?!op_|GetTypeFromHandle|get_|Is|"
        + @"GetTypeCode|Equals|GetHashCode|ToString|GetEnum|\.))")]
    private static partial Regex RuntimeTypeMembers();

    [GeneratedRegex(@"^System\.Threading\.(Thread(Pool|Local.*)?(\+.*)?::|WaitHandle|WaitSubsystem|Monitor|"
        + @"LowLevel|Lock(\+.*)?::|SyncTable|Condition|ManualResetEvent|AutoResetEvent|"
        + @"PortableThreadPool|ReaderWriterLock|"
        + @"Overlapped|RegisteredWait|Semaphore::|Mutex)")]
    private static partial Regex ThreadMembers();

    [GeneratedRegex(@"^(System\.IO\.(File|Directory|Drive|Enumeration|Strategies|FileSystem|"
        + @"Path::(GetTemp|Exists|GetRandom)|"
        + @"RandomAccess)|Microsoft\.Win32)")]
    private static partial Regex FileMembers();

    [GeneratedRegex(@"^(Interop(?!::Get)|System\.Runtime\.InteropServices\.(SafeHandle|"
        + @"NativeLibrary|Marshal::(?!SizeOf|"
        + @"GetLastPInvokeError|SetLastSystemError|GetLastSystemError|SetLastPInvokeError))|"
        + @"System\.StartupHookProvider|"
        + @"System\.AppDomain|System\.CrashInfo)")]
    private static partial Regex NativeMembers();

    [GeneratedRegex(@"^System\.(Globalization\.(CultureData::(Icu|JS|Nls|GetLocaleInfo|InitIcu|InitNls)|"
        + @"CalendarData::(LoadCalendar|Icu)|IcuLocaleData|IdnMapping)|TimeZoneInfo)")]
    private static partial Regex CultureMembers();

    [GeneratedRegex(@"^System\.Diagnostics\.(Stack|Tracing|Contracts|Process|FileVersion)")]
    private static partial Regex DiagnosticsMembers();
}
