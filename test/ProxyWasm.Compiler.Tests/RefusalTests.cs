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
    [InlineData("Readers", "System.IO.StreamReader::ValidateArgsAndOpenPath", "host")]
    [InlineData("Lambdas", "System.Linq.Expressions.Expression::Lambda", "delegates")]
    [InlineData("Directories", "System.IO.Directory::GetFiles", "host")]
    [InlineData("Keyed", "System.Security.Cryptography.RSA::Create", "plain C#")]
    [InlineData("Digests", "System.Security.Cryptography.SHA3_256::HashData", "plain C#")]
    [InlineData("Cultures", "System.Globalization.CultureInfo::GetCultureInfo", "InvariantCulture")]
    [InlineData("Interfaces", "System.Type::GetInterfaces", "source generator")]
    [InlineData("Deadlines", "System.Threading.CancellationTokenSource::.ctor", "TimeProvider")]
    [InlineData("LateDeadlines", "System.Threading.CancellationTokenSource::CancelAfter", "TimeProvider")]
    [InlineData("Limits", "System.Threading.Tasks.Task::WaitAsync", "TimeProvider")]
    [InlineData("Clocks", "System.Threading.TimerQueueTimer::.ctor", "timer")]
    [InlineData("Blocking", "System.Threading.SemaphoreSlim::Wait", "await")]
    [InlineData("Added", "System.Text.Json.Nodes.JsonArray::Add", "JsonTypeInfo")]
    [InlineData("Leaving", "System.Environment::Exit", "exception")]
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
    public void A_call_that_fails_deep_in_the_base_library_comes_with_the_chain_that_leads_there()
    {
        var result = new WasmCompiler(Compiling.Options with { Exports = ["RefusedCalls::Readers"] }).Compile();

        var error = Assert.Single(result.Diagnostics, d => d.IsError);
        Assert.Equal("System.IO.StreamReader::.ctor", error.Calls[0]);
        Assert.Equal("RefusedCalls::Readers", error.Calls.SkipWhile(c => c.StartsWith("System.IO.", StringComparison.Ordinal)).First());
        var line = File.ReadLines(error.File!).ElementAt(error.Line - 1);
        Assert.Equal(line.IndexOf("s_value", StringComparison.Ordinal) + 1, error.Column);
        Assert.StartsWith($"{error.File}({error.Line},{error.Column}): error PWC0001: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_that_the_base_library_would_refuse_in_other_cases_compile_and_run()
    {
        using var running = new Running(Compiling.Module(Compiling.Options with { Exports = ["RefusedCalls::Allowed"] }));

        running.Instance.GetAction("RefusedCalls::Allowed")!();
    }

    [Fact]
    public void Dynamic_is_refused()
    {
        var result = new WasmCompiler(Compiling.Options with { Exports = ["RefusedCalls::Dynamic"] }).Compile();

        Assert.Null(result.Module);
        Assert.Contains(result.Diagnostics, d => d.IsError && d.Reason.Contains("run time", StringComparison.Ordinal));
    }
}
