using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Properties of the platform that decide which code of the base library can ever run.</summary>
internal static class FeatureSwitches
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["System.Globalization.GlobalizationMode::get_Invariant"] = 1,
        ["System.Globalization.GlobalizationMode::get_InvariantNoLoad"] = 1,
        ["System.Globalization.GlobalizationMode::get_PredefinedCulturesOnly"] = 1,
        ["System.Globalization.GlobalizationMode::get_UseNls"] = 0,
        ["System.Globalization.GlobalizationMode::get_Hybrid"] = 0,
        ["System.Runtime.CompilerServices.RuntimeFeature::get_IsDynamicCodeSupported"] = 0,
        ["System.Runtime.CompilerServices.RuntimeFeature::get_IsDynamicCodeCompiled"] = 0,
        ["System.Runtime.CompilerServices.RuntimeFeature::get_IsMultithreadingSupported"] = 0,
        ["System.Runtime.CompilerServices.RuntimeHelpers::IsKnownConstant"] = 0,
        ["System.Runtime.CompilerServices.RuntimeHelpers::TryEnsureSufficientExecutionStack"] = 1,
        ["System.Diagnostics.Debugger::get_IsAttached"] = 0,
        ["System.Diagnostics.Debugger::IsLogging"] = 0,
        ["System.Threading.Tasks.Task::get_s_asyncDebuggingEnabled"] = 0,
        ["System.Threading.Tasks.TplEventSource::IsEnabled"] = 0,
        ["System.Threading.Thread::get_IsThreadPoolThread"] = 0,
        ["System.Resources.ResourceReader::get_AllowCustomResourceTypes"] = 0,
        ["System.SR::UsingResourceKeys"] = 0,
        ["System.IntPtr::get_Size"] = 4,
        ["System.UIntPtr::get_Size"] = 4,
        ["System.Environment::get_Is64BitProcess"] = 0,
        ["System.LocalAppContextSwitches::get_EnforceJapaneseEraYearRanges"] = 0,
        ["System.GC::get_MaxGeneration"] = 0,
        // Asynchronous reading and writing goes through the synchronous methods, not through Begin and End.
        ["System.IO.Stream::HasOverriddenBeginEndRead"] = 0,
        ["System.IO.Stream::HasOverriddenBeginEndWrite"] = 0,
        ["System.Text.Json.JsonSerializer::get_IsReflectionEnabledByDefault"] = 0,
    };

    public static int? Value(IlMethod method)
    {
        var owner = method.Definition.Owner.FullName;
        return method.Name switch
        {
            "get_IsHardwareAccelerated" => 0,
            "get_IsSupported" when owner.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal)
                && method.Owner.Arguments.Length == 0 => 0,
            "get_IsSupported" or "IsEnabled" when owner.EndsWith("EventSource", StringComparison.Ordinal) => 0,
            _ => Known.TryGetValue(method.Key, out var value) ? value : null,
        };
    }
}
