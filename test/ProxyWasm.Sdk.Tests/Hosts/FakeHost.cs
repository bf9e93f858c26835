using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>
/// A host that a test has in its hands: it notes what it is asked, keeps what it is given, and answers wrongly where the
/// test wants it to.
/// </summary>
internal sealed partial class FakeHost : HostFunctions
{
    private readonly Dictionary<string, (Status Status, bool Lies)> _answers = [];

    /// <summary>Names of the functions that were called, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What was logged: <c>Level: text</c>.</summary>
    public List<string> Logs { get; } = [];

    public LogLevel LogLevel { get; set; } = LogLevel.Trace;

    public ulong Nanoseconds { get; set; } = 1_700_000_000_000_000_000;

    public int TickPeriod { get; private set; }

    public int EffectiveContext { get; private set; }

    /// <summary>Contexts with the direction that they have continued.</summary>
    public List<(int Context, StreamType Stream)> Continued { get; } = [];

    public List<(int Context, StreamType Stream)> Closed { get; } = [];

    public List<(int Context, int Status, string Body)> Responses { get; } = [];

    public bool IsDone { get; private set; }

    /// <summary>Makes a function answer with a status.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="status">What it answers; need not be a status at all.</param>
    /// <param name="lies">Whether it gives out values nevertheless.</param>
    public void Answer(string function, Status status, bool lies = false) => _answers[function] = (status, lies);

    /// <summary>Begins a callback: the host acts upon its context.</summary>
    public void Enter(int context) => EffectiveContext = context;

    public override Status Log(LogLevel level, ReadOnlySpan<byte> message)
    {
        if (Refuses(nameof(Log), out var status))
        {
            return status;
        }

        Logs.Add($"{level}: {Encoding.UTF8.GetString(message)}");
        return Status.Ok;
    }

    public override Status GetLogLevel(out LogLevel level)
    {
        level = LogLevel;
        return Refuses(nameof(GetLogLevel), out var status) ? status : Status.Ok;
    }

    public override Status GetCurrentTime(out ulong nanoseconds)
    {
        var isRefused = Refuses(nameof(GetCurrentTime), out var status);
        nanoseconds = isRefused ? 0 : Nanoseconds;
        return status;
    }

    public override Status SetEffectiveContext(int contextId)
    {
        if (!Refuses(nameof(SetEffectiveContext), out var status))
        {
            EffectiveContext = contextId;
        }

        return status;
    }

    public override Status Done()
    {
        IsDone |= !Refuses(nameof(Done), out var status);
        return status;
    }

    public override Status SetTickPeriod(int milliseconds)
    {
        if (!Refuses(nameof(SetTickPeriod), out var status))
        {
            TickPeriod = milliseconds;
        }

        return status;
    }

    public override Status ContinueStream(StreamType stream)
    {
        if (!Refuses(nameof(ContinueStream), out var status))
        {
            Continued.Add((EffectiveContext, stream));
        }

        return status;
    }

    public override Status CloseStream(StreamType stream)
    {
        if (!Refuses(nameof(CloseStream), out var status))
        {
            Closed.Add((EffectiveContext, stream));
        }

        return status;
    }

    public override Status SendLocalResponse(
        int statusCode,
        ReadOnlySpan<byte> details,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> headers,
        int grpcStatus)
    {
        if (!Refuses(nameof(SendLocalResponse), out var status))
        {
            Responses.Add((EffectiveContext, statusCode, Encoding.UTF8.GetString(body)));
        }

        return status;
    }

    public override Status CallForeignFunction(
        scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> argument, out ReadOnlySpan<byte> result)
    {
        result = Out(nameof(CallForeignFunction), ForeignResult, out var status);
        return status;
    }

    public byte[] ForeignResult { get; set; } = [];

    // Whether a function is to answer otherwise; notes the call.
    private bool Refuses(string function, out Status status)
    {
        Calls.Add(function);
        status = _answers.TryGetValue(function, out var answer) ? answer.Status : Status.Ok;
        return status != Status.Ok;
    }

    private ReadOnlySpan<byte> Out(string function, byte[]? value, out Status status)
    {
        if (Refuses(function, out status))
        {
            return _answers[function].Lies ? "a lie that is longer than anything"u8 : default;
        }

        if (value is null)
        {
            status = Status.NotFound;
        }

        return value;
    }
}
