using System.ComponentModel;
using System.Diagnostics;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Processes;

/// <summary>A process that lives no longer than this object. Its output is kept for the error message in case it
/// fails.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int TailLines = 20;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Queue<string> _tail = new();

    /// <exception cref="BenchException">The program cannot be started.</exception>
    public ChildProcess(ProcessCommand command)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        Start(command);
    }

    public int Id => _process.Id;

    /// <summary>What the process wrote last and how it ended, or null while it runs.</summary>
    public string? Obituary
    {
        get
        {
            if (!_process.HasExited)
            {
                return null;
            }

            _process.WaitForExit();
            lock (_tail)
            {
                return $"exit code {_process.ExitCode}: {string.Join(" | ", _tail)}";
            }
        }
    }

    /// <summary>Runs a program to its end and gives its output lines, standard error included.</summary>
    public static string Output(ProcessCommand command)
    {
        using var child = new ChildProcess(command);
        if (!child._process.WaitForExit(StopTimeout))
        {
            throw new BenchException($"'{command.FileName}' did not end within {StopTimeout.TotalSeconds} s.");
        }

        child._process.WaitForExit();
        return string.Join('\n', child._tail);
    }

    /// <summary>Asks the process to end, and ends it with its children when it does not.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // SIGTERM first: only a master that ends in order takes its workers along.
            _ = LibC.Kill(_process.Id, LibC.SignalTerminate);
            if (!_process.WaitForExit(StopTimeout))
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }
        }

        _process.Dispose();
    }

    private void Start(ProcessCommand command)
    {
        try
        {
            _process.Start();
        }
        catch (Win32Exception e)
        {
            _process.Dispose();
            throw new BenchException($"'{command.FileName}' cannot be started: {e.Message}", e);
        }

        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_tail)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLines)
            {
                _tail.Dequeue();
            }
        }
    }
}
