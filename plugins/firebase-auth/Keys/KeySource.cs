using FirebaseAuth.Configuration;

namespace FirebaseAuth.Keys;

/// <summary>
/// Keeps the keys of one key server. Its calls belong to the plugin, so that no stream's end ends them.
/// </summary>
internal sealed class KeySource(Plugin plugin, KeyServerConfig server, string googlePath, Action<KeySet> onKeys)
{
    private const string GoogleHost = "www.googleapis.com";

    private readonly KeyCache _cache = new(server.GraceSeconds);
    private readonly Signal _fetched = new();
    private readonly Counter _failures = new("firebase_auth.key_fetch_failed");

    /// <summary>The keys, null when there are none that may be used.</summary>
    public KeySet? Keys(long now) => _cache.Keys(now);

    /// <summary>Fetches keys now and whenever it is time, for as long as the plugin lives.</summary>
    public async FilterTask KeepAsync()
    {
        while (true)
        {
            if (_cache.IsDue(Clock.UnixSeconds))
            {
                await FetchAsync();
            }

            await Clock.Delay(TimeSpan.FromSeconds(_cache.DueIn(Clock.UnixSeconds)));
        }
    }

    /// <summary>
    /// Waits for keys that a token makes worth asking for. Whoever comes while they are being fetched waits for the
    /// same answer.
    /// </summary>
    /// <returns>Whether there may be other keys than before.</returns>
    public async FilterTask<bool> LookAsync()
    {
        if (_cache.MayLook(Clock.UnixSeconds))
        {
            plugin.RunDetached(() => _ = FetchAsync());
        }

        if (!_cache.IsFetching)
        {
            return false;
        }

        await _fetched.WaitAsync();
        return true;
    }

    private async FilterTask FetchAsync()
    {
        _cache.Begin(Clock.UnixSeconds);
        var answer = await Upstream.SendAsync(new HttpRequest(server.Cluster)
        {
            Authority = server.Host.Length > 0 ? server.Host : GoogleHost,
            Path = server.Path.Length > 0 ? server.Path : googlePath,
            Timeout = TimeSpan.FromMilliseconds(server.TimeoutMilliseconds),
        });

        Take(answer, Clock.UnixSeconds);
        _fetched.Set();
    }

    private void Take(HttpResponse answer, long now)
    {
        var problem = $"status {answer.Status}";
        var keys = answer.Status == 200 ? KeySetReader.Read(answer.Body.Span, out problem) : null;
        if (keys is null)
        {
            _cache.Fail(now);
            _failures.Add();
            Log.Warn($"no new keys from the cluster '{server.Cluster}': {problem}");
            return;
        }

        answer.TryGetHeader("cache-control"u8, out var directives);
        answer.TryGetHeader("age"u8, out var age);
        _cache.Succeed(keys, CacheControl.Lifetime(directives, age), now);
        onKeys(keys);
        Log.Debug($"{keys.Count} keys from the cluster '{server.Cluster}'");
    }
}
