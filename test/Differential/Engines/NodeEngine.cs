using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Differential.Compiling;

namespace Differential.Engines;

/// <summary>Runs modules in V8: one process of Node.js for all of them, asked in lines of JSON.</summary>
/// <remarks>The process ends when its input does, and with it when this process ends in whatever way.</remarks>
internal sealed class NodeEngine : IEngine, IDisposable
{
    // For Node.js itself, beyond what it gives the module.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly TimeSpan _patience;
    private readonly Process _process;
    private readonly HashSet<string> _known = [];

    /// <summary>Starts Node.js.</summary>
    /// <param name="patience">Longest time for one run.</param>
    public NodeEngine(TimeSpan patience)
    {
        _patience = patience;
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Engines", "serve.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                "`node` is not in PATH; every program also runs in V8. Install Node.js 20 or later.", exception);
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    public string Run(CompiledModule module, string export, int times)
    {
        var answer = Ask(module, new JsonObject
        {
            ["module"] = module.Name,
            ["export"] = export,
            ["times"] = times,
            ["patience"] = _patience.TotalMilliseconds,
        });
        var output = MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(answer["output"]!.GetValue<string>()));
        return new string(output) + answer["failure"]?.GetValue<string>();
    }

    private JsonNode Ask(CompiledModule module, JsonObject question)
    {
        lock (_lock)
        {
            if (_known.Add(module.Name))
            {
                Ask(new JsonObject { ["module"] = module.Name, ["bytes"] = Convert.ToBase64String(module.Bytes) });
            }

            return Ask(question);
        }
    }

    private JsonNode Ask(JsonObject question)
    {
        _process.StandardInput.WriteLine(question.ToJsonString());
        _process.StandardInput.Flush();

        // Node.js has its own watch over the module; this one is over Node.js.
        var line = _process.StandardOutput.ReadLineAsync();
        if (!line.Wait(_patience + Patience) || line.Result is null)
        {
            throw new InvalidOperationException($"Node.js did not answer about {question["module"]}.");
        }

        var answer = JsonNode.Parse(line.Result)!;
        return answer["error"] is { } error ? throw new InvalidOperationException(error.GetValue<string>()) : answer;
    }
}
