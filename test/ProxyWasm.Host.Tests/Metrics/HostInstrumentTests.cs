using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.Metrics;

public sealed class HostInstrumentTests
{
    [Fact]
    public async Task Callbacks_failures_and_memory_of_a_plugin_are_measured()
    {
        var plugin = $"plugin-{Guid.NewGuid():N}";
        var seen = new ConcurrentBag<(string Instrument, string Tags, double Value)>();
        using var listener = Listen(plugin, seen);
        await using var rig = new PluginRig();
        await using var loaded = await rig.LoadAsync(
            GuestModule.Configure(
                "(drop (call $tick (i32.const 10)))",
                "(data (i32.const 0x100) \"k\")" + GuestModule.OnRequest("") + GuestModule.OnTick("unreachable")),
            plugin);
        await rig.PassAsync(loaded);
        await rig.PassAsync(loaded);
        rig.Time.Advance(TimeSpan.FromMilliseconds(10));
        await rig.PassAsync();
        listener.RecordObservableInstruments();

        Assert.Equal(2, seen.Count(entry => entry is ("proxywasm.callback.duration", "proxy_on_request_headers", _)));
        Assert.Contains(seen, entry => entry is ("proxywasm.callback.duration", "proxy_on_tick", >= 0));
        Assert.Contains(("proxywasm.vm.failures", "Unreachable", 1), seen);
        Assert.Contains(("proxywasm.vm.memory.max", "", 64 * 65536), seen);
        Assert.Contains(seen, entry => entry is ("proxywasm.vm.created", "", 1));
    }

    [Fact]
    public async Task Virtual_machines_are_counted()
    {
        var active = new ConcurrentBag<long>();
        using var listener = new MeterListener();
        await using var rig = new PluginRig(3);
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == rig.Host.Services.Instruments.Meter && instrument.Name == "proxywasm.vm.active")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => active.Add(value));
        listener.Start();
        var plugin = await rig.LoadAsync(GuestModule.Text(""));
        listener.RecordObservableInstruments();
        await plugin.DisposeAsync();
        listener.RecordObservableInstruments();

        Assert.Equal([0, 3], active.Order());
    }

    private static MeterListener Listen(string plugin, ConcurrentBag<(string Instrument, string Tags, double Value)> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "ProxyWasm.Host")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.Length > 0 && tags[0].Key == "plugin" && (string?)tags[0].Value == plugin)
            {
                seen.Add((instrument.Name, tags.Length > 1 ? (string)tags[1].Value! : "", value));
            }
        }
    }
}
