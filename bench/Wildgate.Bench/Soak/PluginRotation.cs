using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using Wildgate.Bench.Plugins;

namespace Wildgate.Bench.Soak;

/// <summary>The plugin of the soak test, loaded anew again and again while requests run through it.</summary>
internal sealed class PluginRotation
{
    private readonly PluginHost _host;
    private readonly byte[] _code;
    private PluginGeneration? _current;

    public PluginRotation(PluginHost host)
    {
        _host = host;
        _code = PluginResource.Read(host, "soak.wat");
    }

    /// <summary>Times that the plugin took the place of its predecessor.</summary>
    public int Reloads { get; private set; }

    /// <summary>The chain for a request, which holds its generation until the response is complete.</summary>
    public HttpFilterChain Enter(HttpContext context)
    {
        while (true)
        {
            var generation = Volatile.Read(ref _current)
                ?? throw new InvalidOperationException("requests come before the first plugin");
            if (generation.TryEnter())
            {
                context.Response.OnCompleted(
                    static entered =>
                    {
                        ((PluginGeneration)entered).Leave();
                        return Task.CompletedTask;
                    },
                    generation);
                return generation.Chain;
            }
        }
    }

    /// <summary>Loads the plugin in a virtual machine of its own and puts it in the place of the one before.</summary>
    public async Task ReloadAsync()
    {
        var plugin = await _host.LoadAsync(new PluginOptions
        {
            Name = "soak",
            Code = _code,
            VmId = "soak",

            // Else it would move into the machines of its predecessor.
            VmConfiguration = Encoding.ASCII.GetBytes(Reloads.ToString(CultureInfo.InvariantCulture)),
        });
        var generation = new PluginGeneration(plugin, _host.CreateHttpChain(plugin));
        if (Interlocked.Exchange(ref _current, generation) is { } previous)
        {
            Reloads++;
            await previous.RetireAsync();
        }
    }

    /// <summary>Reloads at intervals until cancelled.</summary>
    public async Task ReloadAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await ReloadAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The load is over.
        }
    }
}
