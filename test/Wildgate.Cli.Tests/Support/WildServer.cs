using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Wildgate.Cli.Tests.Support;

/// <summary>A command that listens until it is told to stop; ended with its test at the latest.</summary>
internal sealed class WildServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Channel<string> _errors = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _error = new();
    private readonly Task _reading;
    private string _output = "";

    private WildServer(Process process)
    {
        _process = process;
        _process.StandardInput.Close();
        _reading = ReadErrorsAsync();
    }

    /// <summary>What the first line of standard output says.</summary>
    public Uri Address { get; private set; } = new("http://unknown/");

    public static Task<WildServer> StartAsync(params string[] arguments) => StartAsync(WildProcess.Start(arguments));

    public static Task<WildServer> StartAsync(ProcessStartInfo start) => StartAsync(
        Process.Start(start) ?? throw new InvalidOperationException("The process did not start."));

    private static async Task<WildServer> StartAsync(Process process)
    {
        var server = new WildServer(process);
        try
        {
            await server.WaitUntilListeningAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public HttpClient CreateClient(Version? version = null) => new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = Address,
        DefaultRequestVersion = version ?? System.Net.HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = Patience,
    };

    /// <summary>Waits for a further line on standard error and skips those before it.</summary>
    public async Task WaitForErrorAsync(string text)
    {
        using var limit = CreateLimit();
        await foreach (var line in _errors.Reader.ReadAllAsync(limit.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The command ended without '{text}' on standard error:\n{_error}");
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<WildResult> StopAsync()
    {
        await SignalAsync("INT");
        return await FinishAsync();
    }

    public async Task<WildResult> FinishAsync()
    {
        using var limit = CreateLimit();
        _output += await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _reading.WaitAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return new WildResult(_process.ExitCode, _output, _error.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static CancellationTokenSource CreateLimit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return limit;
    }

    private async Task WaitUntilListeningAsync()
    {
        const string Announcement = "Listening on ";
        using var limit = CreateLimit();
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token);
        if (line?.StartsWith(Announcement, StringComparison.Ordinal) != true)
        {
            await _reading.WaitAsync(limit.Token);
            Assert.Fail($"The command does not listen: {line}\n{_error}");
        }

        _output = line + "\n";
        Address = new Uri(line[Announcement.Length..].Split(' ')[0]);
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _error.Append(line).Append('\n');
            _errors.Writer.TryWrite(line);
        }

        _errors.Writer.Complete();
    }
}
