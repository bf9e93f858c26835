namespace ProxyWasm.Abi.Tests;

public sealed class GrpcStatusConversionTests
{
    [Theory]
    [InlineData(400, 13)]
    [InlineData(401, 16)]
    [InlineData(403, 7)]
    [InlineData(404, 12)]
    [InlineData(429, 14)]
    [InlineData(502, 14)]
    [InlineData(503, 14)]
    [InlineData(504, 14)]
    [InlineData(200, 2)]
    [InlineData(500, 2)]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    public void An_http_status_has_a_grpc_status(int httpStatus, int expected) =>
        Assert.Equal((GrpcStatus)expected, GrpcStatusConversion.FromHttpStatus(httpStatus));

    [Theory]
    [InlineData(-1, GrpcStatus.NotSet)]
    [InlineData(0, GrpcStatus.Ok)]
    [InlineData(16, GrpcStatus.Unauthenticated)]
    [InlineData(17, GrpcStatus.NotSet)]
    [InlineData(int.MinValue, GrpcStatus.NotSet)]
    [InlineData(int.MaxValue, GrpcStatus.NotSet)]
    public void A_guest_sets_a_known_status_or_none(int value, GrpcStatus expected) =>
        Assert.Equal(expected, GrpcStatusConversion.FromGuest(value));
}
