using ProxyWasm.Abi.Actions;

namespace ProxyWasm.Abi.Tests.Actions;

public sealed class CallbackResultTests
{
    [Theory]
    [InlineData(0, HeadersAction.Continue, HeadersAction.Continue)]
    [InlineData(1, HeadersAction.StopAllIterationAndWatermark, HeadersAction.StopIteration)]
    [InlineData(2, HeadersAction.Continue, HeadersAction.Continue)]
    [InlineData(3, HeadersAction.StopAllIterationAndBuffer, HeadersAction.StopAllIterationAndBuffer)]
    [InlineData(4, HeadersAction.StopAllIterationAndWatermark, HeadersAction.StopAllIterationAndWatermark)]
    [InlineData(5, HeadersAction.StopAllIterationAndWatermark, HeadersAction.StopAllIterationAndWatermark)]
    [InlineData(int.MaxValue, HeadersAction.StopAllIterationAndWatermark, HeadersAction.StopAllIterationAndWatermark)]
    [InlineData(-1, HeadersAction.StopAllIterationAndWatermark, HeadersAction.StopAllIterationAndWatermark)]
    public void Headers_results_mean_what_they_mean_in_envoy(int result, HeadersAction usual, HeadersAction allowed)
    {
        Assert.Equal(usual, CallbackResult.ToHeadersAction(result, allowOnHeadersStopIteration: false));
        Assert.Equal(allowed, CallbackResult.ToHeadersAction(result, allowOnHeadersStopIteration: true));
    }

    [Theory]
    [InlineData(0, BodyAction.Continue)]
    [InlineData(1, BodyAction.StopIterationAndBuffer)]
    [InlineData(2, BodyAction.StopIterationAndWatermark)]
    [InlineData(3, BodyAction.StopIterationNoBuffer)]
    [InlineData(4, BodyAction.StopIterationNoBuffer)]
    [InlineData(int.MinValue, BodyAction.StopIterationNoBuffer)]
    public void Body_results_mean_what_they_mean_in_envoy(int result, BodyAction expected) =>
        Assert.Equal(expected, CallbackResult.ToBodyAction(result));

    [Theory]
    [InlineData(0, TrailersAction.Continue, TcpAction.Continue)]
    [InlineData(1, TrailersAction.StopIteration, TcpAction.StopIteration)]
    [InlineData(2, TrailersAction.StopIteration, TcpAction.StopIteration)]
    [InlineData(-1, TrailersAction.StopIteration, TcpAction.StopIteration)]
    public void Trailers_and_tcp_results_stop_unless_zero(int result, TrailersAction trailers, TcpAction tcp)
    {
        Assert.Equal(trailers, CallbackResult.ToTrailersAction(result));
        Assert.Equal(tcp, CallbackResult.ToTcpAction(result));
    }

    [Fact]
    public void Stopped_callbacks_hold_everything_and_keep_no_body()
    {
        Assert.Equal(4, (int)CallbackResult.StoppedHeaders);
        Assert.Equal(3, (int)CallbackResult.StoppedBody);
        Assert.Equal(1, (int)CallbackResult.StoppedTrailers);
        Assert.Equal(1, (int)CallbackResult.StoppedTcp);
    }
}
