using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;

namespace Wildgate.Bench.Soak;

/// <summary>A plugin between two reloads, with the requests that run through it. Thread-safe.</summary>
internal sealed class PluginGeneration(Plugin plugin, HttpFilterChain chain)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;
    private bool _isRetired;

    public HttpFilterChain Chain => chain;

    /// <summary>False when the generation takes no more requests; pair true with <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_isRetired)
            {
                return false;
            }

            _requests++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _requests--;
            CompleteIfEmpty();
        }
    }

    /// <summary>Takes no more requests, waits for those under way and ends the plugin.</summary>
    public async Task RetireAsync()
    {
        lock (_gate)
        {
            _isRetired = true;
            CompleteIfEmpty();
        }

        await _empty.Task;
        await plugin.DisposeAsync();
    }

    private void CompleteIfEmpty()
    {
        if (_isRetired && _requests == 0)
        {
            _empty.TrySetResult();
        }
    }
}
