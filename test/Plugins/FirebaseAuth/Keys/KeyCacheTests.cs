using System.Text;
using FirebaseAuth.Keys;

namespace Plugins.Tests.FirebaseAuth.Keys;

/// <summary>Keys are fetched ahead, kept when the key server is away, and given up in the end.</summary>
public sealed class KeyCacheTests(KeyFixture pairs) : IClassFixture<KeyFixture>
{
    private const long Hour = 3600;

    [Fact]
    public void Keys_are_fetched_at_once_and_again_at_80_percent_of_their_life()
    {
        var cache = new KeyCache(Hour);
        Assert.True(cache.IsDue(0));
        Assert.Null(cache.Keys(0));

        cache.Begin(0);
        Assert.False(cache.IsDue(0));
        cache.Succeed(SigningKey.Set(pairs.First), 1000, 0);

        Assert.NotNull(cache.Keys(0));
        Assert.False(cache.IsDue(799));
        Assert.True(cache.IsDue(800));
    }

    [Theory]
    [InlineData(0, 240)]
    [InlineData(7 * 24 * Hour, 24 * Hour * 8 / 10)]
    public void Absurd_lifetimes_are_clamped(long lifetime, long due)
    {
        var cache = new KeyCache(Hour);
        cache.Succeed(SigningKey.Set(pairs.First), lifetime, 0);
        Assert.False(cache.IsDue(due - 1));
        Assert.True(cache.IsDue(due));
    }

    [Fact]
    public void Failures_keep_the_keys_for_the_time_of_grace_and_pause_longer_each_time()
    {
        var cache = new KeyCache(Hour);
        cache.Succeed(SigningKey.Set(pairs.First), 1000, 0);
        var attempts = new List<long>();
        for (long now = 800; now < 1000 + Hour; now++)
        {
            Assert.NotNull(cache.Keys(now));
            if (cache.IsDue(now))
            {
                attempts.Add(now);
                cache.Begin(now);
                cache.Fail(now);
            }
        }

        Assert.Null(cache.Keys(1000 + Hour));
        Assert.Equal([800, 801, 803, 807, 815, 831, 863, 927, 1055, 1311, 1611], attempts.Take(11));
        Assert.Equal(attempts.Count, cache.Failures);
    }

    [Fact]
    public void New_keys_end_the_trouble()
    {
        var cache = new KeyCache(Hour);
        cache.Begin(0);
        cache.Fail(0);
        Assert.False(cache.IsDue(0));
        Assert.True(cache.IsDue(1));

        cache.Begin(1);
        cache.Succeed(SigningKey.Set(pairs.Second), 1000, 1);

        Assert.Equal(0, cache.Failures);
        Assert.NotNull(cache.Keys(1)!.Find("second"u8));
    }

    [Fact]
    public void Unknown_key_ids_make_it_look_at_most_once_a_minute()
    {
        var cache = new KeyCache(Hour);
        cache.Begin(0);
        Assert.False(cache.MayLook(0));
        cache.Succeed(SigningKey.Set(pairs.First), 10_000, 0);

        Assert.False(cache.MayLook(59));
        Assert.True(cache.MayLook(60));
        cache.Begin(60);
        cache.Succeed(SigningKey.Set(pairs.First), 10_000, 60);
        Assert.False(cache.MayLook(119));
    }

    [Theory]
    [InlineData("public, max-age=24442, must-revalidate, no-transform", "", 24442)]
    [InlineData("max-age=100", "30", 70)]
    [InlineData("max-age=100", "300", 0)]
    [InlineData("MAX-AGE=100 ,public", "", 100)]
    [InlineData("s-maxage=100", "", 0)]
    [InlineData("no-store, max-age=100", "", 0)]
    [InlineData("max-age=100, no-cache", "", 0)]
    [InlineData("max-age=-1", "", 0)]
    [InlineData("max-age=99999999999999999999", "", 0)]
    [InlineData("max-age", "", 0)]
    [InlineData("", "", 0)]
    [InlineData(",,;", "x", 0)]
    public void Lifetimes_come_from_Cache_Control_and_Age(string directives, string age, long expected) =>
        Assert.Equal(expected, CacheControl.Lifetime(Encoding.UTF8.GetBytes(directives), Encoding.UTF8.GetBytes(age)));
}
