using System.Text;
using ProxyWasm.Sdk;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Metrics;
using ProxyWasm.Sdk.Shared;

namespace ProxyWasm.Testing.Tests.Natives;

/// <summary>A plugin that uses what there is; which filter a stream gets is in its configuration.</summary>
[Plugin]
public sealed class GatePlugin : Plugin
{
    private string _greeting = "";
    private Counter? _requests;
    private SharedQueue _jobs;

    protected override bool OnConfigure(ReadOnlySpan<byte> configuration)
    {
        _greeting = Encoding.UTF8.GetString(configuration);
        if (_greeting == "wrong")
        {
            Log.Error("I do not like this");
            return false;
        }

        _requests = new Counter("requests");
        SetTickPeriod(TimeSpan.FromSeconds(1));
        return SharedQueue.TryRegister("jobs", out _jobs);
    }

    protected override void OnTick() => Log.Info($"tick at {Clock.Nanoseconds / 1_000_000_000 % 60}");

    protected override void OnQueueReady(SharedQueue queue)
    {
        if (queue.Id == _jobs.Id && queue.TryDequeue(out var job))
        {
            SharedData.Set("last", job);
        }
    }

    protected override HttpFilter CreateHttpFilter()
    {
        _requests!.Add();
        return new GateFilter(_greeting);
    }
}
