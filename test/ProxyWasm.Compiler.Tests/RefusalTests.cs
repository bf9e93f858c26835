namespace ProxyWasm.Compiler.Tests;

/// <summary>What cannot run in a module is refused where the program asks for it, with what to do instead.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Properties", "System.Type::GetProperties", "source generator")]
    [InlineData("ByName", "System.Type::GetType", "source generator")]
    [InlineData("Loading", "System.Reflection.Assembly::Load", "source generator")]
    [InlineData("Creating", "System.Activator::CreateInstance", "generics")]
    [InlineData("CompilingCode", "System.Linq.Expressions.Expression`1", "delegates")]
    [InlineData("Threads", "System.Threading.Thread::Start", "await")]
    [InlineData("Sleeping", "System.Threading.Thread::Sleep", "await")]
    [InlineData("Waiting", "System.Threading.Monitor::Wait", "await")]
    [InlineData("Delaying", "System.Threading.Tasks.Task::Delay", "timer")]
    [InlineData("Timing", "System.Threading.Timer::.ctor", "timer")]
    [InlineData("Files", "System.IO.File::ReadAllText", "host")]
    [InlineData("Streams", "System.IO.FileStream::.ctor", "host")]
    [InlineData("Http", "System.Net.Http.HttpClient::.ctor", "host")]
    [InlineData("Sockets", "System.Net.Dns::GetHostName", "host")]
    [InlineData("Starting", "System.Diagnostics.Process::Start", "processes")]
    [InlineData("Zones", "System.TimeZoneInfo::FindSystemTimeZoneById", "universal time")]
    [InlineData("Json", "System.Text.Json.JsonSerializer::Serialize", "JsonTypeInfo")]
    [InlineData("Keys", "System.Console::ReadLine", "WriteLine")]
    [InlineData("Loops", "System.Threading.Tasks.Parallel::For", "loop")]
    public void A_call_that_cannot_run_is_an_error_with_place_and_advice(string name, string member, string advice)
    {
        var result = new WasmCompiler(Compiling.Options with { Exports = [$"RefusedCalls::{name}"] }).Compile();

        var error = Assert.Single(result.Diagnostics, d => d.IsError && d.Member.StartsWith(member, StringComparison.Ordinal));
        Assert.Null(result.Module);
        Assert.Contains(advice, error.Reason, StringComparison.Ordinal);
        Assert.EndsWith("RefusedCalls.cs", error.File, StringComparison.Ordinal);
        Assert.Contains($"RefusedCalls::{name}", error.Calls);
    }

    [Fact]
    public void Dynamic_is_refused()
    {
        var result = new WasmCompiler(Compiling.Options with { Exports = ["RefusedCalls::Dynamic"] }).Compile();

        Assert.Null(result.Module);
        Assert.Contains(result.Diagnostics, d => d.IsError && d.Reason.Contains("run time", StringComparison.Ordinal));
    }
}
