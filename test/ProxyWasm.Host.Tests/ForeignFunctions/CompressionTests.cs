using System.IO.Compression;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Tests.ForeignFunctions;

public sealed class CompressionTests
{
    [Fact]
    [Trait("abi-case", "120")]
    public async Task Two_thousand_equal_bytes_become_a_few_and_come_back()
    {
        var plain = new byte[2000];
        plain.AsSpan().Fill((byte)'x');
        await using var rig = new ForeignRig();
        var (status, compressed) = await rig.CallAsync("compress", plain);

        Assert.Equal(Status.Ok, status);
        Assert.Equal(23, compressed!.Length);
        var (back, result) = await rig.CallAsync("uncompress", compressed);
        Assert.Equal(Status.Ok, back);
        Assert.Equal(plain, result);
    }

    [Fact]
    public async Task Random_bytes_and_none_come_back()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var plain = new byte[100_000];
        new Random(seed).NextBytes(plain);
        await using var rig = new ForeignRig();
        foreach (var bytes in new[] { plain, [] })
        {
            var (_, compressed) = await rig.CallAsync("compress", bytes);
            var (status, result) = await rig.CallAsync("uncompress", compressed!);

            Assert.Equal(Status.Ok, status);
            Assert.Equal(bytes, result);
        }
    }

    [Fact]
    [Trait("abi-case", "120")]
    public async Task What_is_no_zlib_stream_is_refused_with_an_empty_result()
    {
        var whole = Compress(new byte[5000]);
        await using var rig = new ForeignRig();
        foreach (var bytes in new[]
        {
            [], "garbage"u8.ToArray(), whole[..^6], whole[..^4], whole[..^1],
            whole[..3], [.. whole[..^1], 7], [.. whole, 1],
        })
        {
            var (status, result) = await rig.CallAsync("uncompress", bytes);

            Assert.Equal(Status.SerializationFailure, status);
            Assert.Empty(result!);
        }
    }

    [Fact]
    public async Task A_stream_that_would_fill_memory_is_refused()
    {
        await using var rig = new ForeignRig();
        var (status, _) = await rig.CallAsync("uncompress", Compress(new byte[(16 * 1024 * 1024) + 1]));

        Assert.Equal(Status.SerializationFailure, status);
    }

    private static byte[] Compress(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal))
        {
            zlib.Write(plain);
        }

        return target.ToArray();
    }
}
