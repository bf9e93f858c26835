using System.Diagnostics.Metrics;

namespace Wildgate.Gateway.Plugins;

/// <summary>
/// Modules that were fetched, by their SHA-256. As in Envoy one is kept for a day after its last use, and a failure is
/// not tried again for ten seconds. Whoever asks for one that is being fetched waits for it. Thread-safe.
/// </summary>
public sealed class RemoteCodeCache
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan FailureKept = TimeSpan.FromSeconds(10);
    private static readonly Meter Meter = new("Wildgate.Gateway");
    private static readonly Counter<long> Lookups = Meter.CreateCounter<long>(
        "wildgate.remote_code.lookups", description: "Modules asked for, by result: hit, miss or negative_hit");

    private static readonly Counter<long> Fetches = Meter.CreateCounter<long>(
        "wildgate.remote_code.fetches", description: "Modules fetched, by result: success or failure");

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly TimeProvider _time;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="time">The clock; null for that of the system.</param>
    public RemoteCodeCache(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <summary>The cache of the process.</summary>
    public static RemoteCodeCache Shared { get; } = new();

    /// <summary>Finds a module, or has it fetched, whoever waits for it or not.</summary>
    /// <returns>A task that never fails; while it is not complete the module is not in the cache.</returns>
    internal Task<RemoteCode> GetOrFetch(string sha256, Func<TimeProvider, Task<RemoteCode>> fetchAsync)
    {
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            if (_entries.TryGetValue(sha256, out var entry))
            {
                entry.UsedAt = entry.IsFailure ? entry.UsedAt : now;
                Count(Lookups, entry.IsFailure ? "negative_hit" : entry.Code.IsCompleted ? "hit" : "miss");
                return entry.Code;
            }

            Count(Lookups, "miss");
            entry = new Entry(now);
            entry.Code = FetchAsync(entry, fetchAsync);
            _entries.Add(sha256, entry);
            return entry.Code;
        }
    }

    private async Task<RemoteCode> FetchAsync(Entry entry, Func<TimeProvider, Task<RemoteCode>> fetchAsync)
    {
        // The lock is left first: nothing slow happens under it.
        await Task.Yield();
        var code = await fetchAsync(_time);
        Count(Fetches, code.Module is null ? "failure" : "success");
        lock (_gate)
        {
            entry.UsedAt = _time.GetUtcNow();
        }

        return code;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (sha256, entry) in _entries)
        {
            if (entry.Code.IsCompleted && now - entry.UsedAt >= (entry.IsFailure ? FailureKept : Kept))
            {
                _entries.Remove(sha256);
            }
        }
    }

    private static void Count(Counter<long> counter, string result) =>
        counter.Add(1, new KeyValuePair<string, object?>("result", result));

    private sealed class Entry(DateTimeOffset usedAt)
    {
        public DateTimeOffset UsedAt { get; set; } = usedAt;

        public Task<RemoteCode> Code { get; set; } = null!;

        public bool IsFailure => Code.IsCompleted && (!Code.IsCompletedSuccessfully || Code.Result.Module is null);
    }
}
