using System.Text.Json.Nodes;

namespace Firebase.Sample;

/// <summary>Two keys: the newer signs, the older is still published so that the tokens it signed remain good.</summary>
internal sealed class KeyRing(string project, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<KeyPair> _keys = new([new KeyPair("key-1"), new KeyPair("key-2")]);
    private int _made = 2;

    /// <summary>
    /// The next key signs from now on; the oldest is withdrawn, and with it the tokens that it signed.
    /// </summary>
    public string Rotate()
    {
        lock (_lock)
        {
            var key = new KeyPair($"key-{++_made}");
            _keys.Enqueue(key);
            _keys.Dequeue().Dispose();
            return key.Id;
        }
    }

    public JsonObject WebKeys()
    {
        lock (_lock)
        {
            return new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => key.ToWebKey())]) };
        }
    }

    public JsonObject Certificates()
    {
        lock (_lock)
        {
            return new JsonObject(_keys.Select(key =>
                KeyValuePair.Create<string, JsonNode?>(key.Id, key.ToCertificate(time.GetUtcNow()))));
        }
    }

    /// <summary>A token as Firebase would make it for a user that has just signed in.</summary>
    public string Token(string userId, string issuer, TimeSpan lifetime)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = $"https://{issuer}/{project}",
            ["aud"] = project,
            ["auth_time"] = now,
            ["user_id"] = userId,
            ["sub"] = userId,
            ["iat"] = now,
            ["exp"] = now + (long)lifetime.TotalSeconds,
            ["email"] = $"{userId}@example.com",
            ["email_verified"] = true,
            ["firebase"] = new JsonObject
            {
                ["identities"] = new JsonObject { ["email"] = new JsonArray($"{userId}@example.com") },
                ["sign_in_provider"] = "password",
            },
        };
        lock (_lock)
        {
            return _keys.Last().Sign(claims);
        }
    }

    public void Dispose()
    {
        while (_keys.TryDequeue(out var key))
        {
            key.Dispose();
        }
    }
}
