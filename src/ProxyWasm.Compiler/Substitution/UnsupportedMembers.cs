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

    private const string Timers = "a module has no timers of its own; use a TimeProvider whose timers are the host's, "
        + "such as Clock.TimeProvider of ProxyWasm.Sdk";

    private const string Network = "a module has no sockets; let the host make the call";

    private const string Code = "code cannot be made at run time; use delegates, generics or a source generator";

    /// <summary>Of these the constructors too: creating one is already the mistake.</summary>
    private static readonly (Regex Pattern, string Reason)[] Types =
    [
        (TimerMembers(), Timers),
        (NetworkMembers(), Network),
        (FileTypes(), Files),
        (ProcessMembers(), "a module cannot start processes"),
    ];

    private static readonly (Regex Pattern, string Reason)[] Table =
    [
        (CodeMembers(), Code),
        (CreationMembers(), "types are known only at compile time; use new, generics or a table of delegates"),
        (ConsoleMembers(), "of the console only Write, WriteLine, Out and Error are available"),
        (TimeZoneMembers(), "there is no time zone data; use universal time and DateTimeOffset"),
        (ExitMembers(), "the host decides when a module ends; throw an exception"),
        (ParallelMembers(), "a module has a single thread; use a loop or Task.WhenAll"),
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
        if (!owner.Module.IsFramework || method.Definition.IsStaticConstructor
            || owner.Name.StartsWith("<>c", StringComparison.Ordinal))
        {
            return null;
        }

        var key = method.Key;
        return Find(Types, key) ?? (method.Definition.IsConstructor ? null : Find(Table, key));
    }

    private static string? Find((Regex Pattern, string Reason)[] table, string key)
    {
        foreach (var (pattern, reason) in table)
        {
            if (pattern.IsMatch(key))
            {
                return reason;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^System\.(Threading\.(Timer|PeriodicTimer|TimerQueue(Timer)?)::|Timers\.Timer::)")]
    private static partial Regex TimerMembers();

    [GeneratedRegex(@"^System\.Net\.(Http\.(HttpClient|HttpMessageInvoker|SocketsHttpHandler)::|"
        + @"Sockets\.(Socket|TcpClient|TcpListener|UdpClient|NetworkStream)::|Dns::|HttpListener|WebClient::|"
        + @"WebRequest::|HttpWebRequest::|Mail\.|NetworkInformation\.|WebSockets\.ClientWebSocket::)")]
    private static partial Regex NetworkMembers();

    [GeneratedRegex(@"^System\.IO\.(FileStream|FileInfo|DirectoryInfo|DriveInfo|FileSystemWatcher)::|"
        + @"^System\.IO\.Stream(Reader|Writer)::ValidateArgsAndOpenPath")]
    private static partial Regex FileTypes();

    [GeneratedRegex(@"^System\.Diagnostics\.Process(StartInfo)?::")]
    private static partial Regex ProcessMembers();

    [GeneratedRegex(@"^(System\.Linq\.Expressions\.(LambdaExpression|Expression`1)::Compile|"
        + @"System\.Runtime\.CompilerServices\.CallSite|Microsoft\.CSharp\.RuntimeBinder)")]
    private static partial Regex CodeMembers();

    [GeneratedRegex(@"^System\.(Activator::CreateInstance|Array::CreateInstance)")]
    private static partial Regex CreationMembers();

    [GeneratedRegex(@"^System\.Console::(?!Write|get_Out|get_Error)")]
    private static partial Regex ConsoleMembers();

    [GeneratedRegex(@"^System\.TimeZoneInfo")]
    private static partial Regex TimeZoneMembers();

    [GeneratedRegex(@"^System\.Environment::(Exit|_?FailFast)$")]
    private static partial Regex ExitMembers();

    [GeneratedRegex(@"^System\.(Threading\.Tasks\.Parallel::|Linq\.ParallelEnumerable::|"
        + @"Collections\.Concurrent\.BlockingCollection`1::)")]
    private static partial Regex ParallelMembers();

    [GeneratedRegex(@"^(System\.Reflection\.(?!AssemblyName|Missing|MemberInfo::)|Internal\.(?!Cryptography)|Mono\.|"
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
        + @"CalendarData::(LoadCalendar|Icu)|IcuLocaleData|IdnMapping))")]
    private static partial Regex CultureMembers();

    [GeneratedRegex(@"^System\.Diagnostics\.(Stack|Tracing|Contracts|Process|FileVersion)")]
    private static partial Regex DiagnosticsMembers();
}
