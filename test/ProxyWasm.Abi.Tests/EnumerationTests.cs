namespace ProxyWasm.Abi.Tests;

/// <summary>The numbers are the wire format: they are spelled out here a second time, from the specification.</summary>
public sealed class EnumerationTests
{
    [Fact]
    public void Statuses_have_the_numbers_of_the_abi() =>
        AssertNames<Status>(
            "Ok NotFound BadArgument SerializationFailure ParseFailure BadExpression InvalidMemoryAccess Empty "
            + "CasMismatch ResultMismatch InternalFailure BrokenConnection Unimplemented");

    [Fact]
    public void Grpc_statuses_have_the_numbers_of_grpc()
    {
        string[] names =
            ("Ok Canceled Unknown InvalidArgument DeadlineExceeded NotFound AlreadyExists PermissionDenied "
            + "ResourceExhausted FailedPrecondition Aborted OutOfRange Unimplemented Internal Unavailable DataLoss "
            + "Unauthenticated").Split(' ');

        Assert.Equal(names, Enumerable.Range(0, 17).Select(i => ((GrpcStatus)i).ToString()));
        Assert.Equal(-1, (int)GrpcStatus.NotSet);
    }

    [Fact]
    public void Levels_maps_buffers_streams_peers_and_metrics_have_the_numbers_of_the_abi()
    {
        AssertNames<LogLevel>("Trace Debug Info Warn Error Critical Off");
        AssertNames<MapType>(
            "HttpRequestHeaders HttpRequestTrailers HttpResponseHeaders HttpResponseTrailers GrpcCallInitialMetadata "
            + "GrpcCallTrailingMetadata HttpCallResponseHeaders HttpCallResponseTrailers");
        AssertNames<BufferType>(
            "HttpRequestBody HttpResponseBody DownstreamData UpstreamData HttpCallResponseBody GrpcReceiveBuffer "
            + "VmConfiguration PluginConfiguration CallData");
        AssertNames<StreamType>("HttpRequest HttpResponse Downstream Upstream");
        AssertNames<PeerType>("Unknown Local Remote");
        AssertNames<MetricType>("Counter Gauge Histogram");
        AssertNames<BufferFlags>("None EndOfStream");
    }

    [Fact]
    public void Error_numbers_are_those_of_wasi() =>
        Assert.Equal(
            [0, 8, 20, 21, 28, 44, 52, 58, 76],
            Enum.GetValues<WasiErrno>().Select(errno => (int)errno));

    private static void AssertNames<T>(string names)
        where T : struct, Enum
    {
        string[] expected = names.Split(' ');

        Assert.Equal(expected, Enum.GetNames<T>());
        Assert.Equal(
            Enumerable.Range(0, expected.Length),
            Enum.GetValues<T>().Select(value => Convert.ToInt32(value, null)));
    }
}
