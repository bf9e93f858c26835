namespace ProxyWasm.Abi.Tests;

public sealed class AbiMarkerTests
{
    [Theory]
    [InlineData("proxy_abi_version_0_1_0", AbiVersion.V0_1_0, false)]
    [InlineData("proxy_abi_version_0_2_0", AbiVersion.V0_2_0, false)]
    [InlineData("proxy_abi_version_0_2_1", AbiVersion.V0_2_1, false)]
    [InlineData("proxy_abi_version_0_2_100", AbiVersion.V0_2_1, true)]
    public void A_marker_tells_the_version(string name, AbiVersion version, bool isDialect)
    {
        Assert.True(AbiMarker.TryParse(name, out AbiMarker? marker));

        Assert.Equal(name, marker.Name);
        Assert.Equal(version, marker.Version);
        Assert.Equal(isDialect, marker.IsDialect);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("proxy_abi_version_9_9_9")]
    [InlineData("proxy_abi_version_0_2_10")]
    [InlineData("proxy_abi_version_0_2_1 ")]
    [InlineData("PROXY_ABI_VERSION_0_2_1")]
    [InlineData("proxy_abi_version_vnext")]
    public void Other_names_are_no_marker(string? name)
    {
        Assert.False(AbiMarker.TryParse(name, out AbiMarker? marker));
        Assert.Null(marker);
    }

    [Fact]
    public void Every_version_has_a_marker_of_its_own()
    {
        foreach (AbiVersion version in Enum.GetValues<AbiVersion>())
        {
            AbiMarker marker = AbiMarker.For(version);
            Assert.Equal(version, marker.Version);
            Assert.False(marker.IsDialect);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => AbiMarker.For((AbiVersion)99));
    }
}
