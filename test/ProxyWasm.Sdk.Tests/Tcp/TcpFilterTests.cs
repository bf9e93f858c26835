using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Tcp;
using ProxyWasm.Sdk.Tests.Hosts;

namespace ProxyWasm.Sdk.Tests.Tcp;

/// <summary>Filters of connections: data at once and awaited, closes, failures.</summary>
public sealed class TcpFilterTests
{
    [Fact]
    public void Data_is_read_and_replaced_in_both_directions()
    {
        var rig = new Rig(() => new Shouting());
        var connection = rig.Open();
        rig.Host.Buffers[BufferType.DownstreamData] = "hello"u8.ToArray();
        rig.Host.Buffers[BufferType.UpstreamData] = "world"u8.ToArray();

        Assert.Equal(FilterAction.Continue, rig.At(connection, host => host.OnNewConnection(connection)));
        Assert.Equal(FilterAction.Continue, rig.At(connection, host => host.OnDownstreamData(connection, 5, 0)));
        Assert.Equal(FilterAction.Pause, rig.At(connection, host => host.OnUpstreamData(connection, 5, 1)));

        Assert.Equal("HELLO!", System.Text.Encoding.UTF8.GetString(rig.Host.Buffers[BufferType.DownstreamData]));
    }

    [Fact]
    public void Connections_in_two_hosts_at_once_do_not_see_each_other()
    {
        var (first, second) = (new Shouting(), new Shouting());
        var (one, two) = (new Rig(() => first), new Rig(() => second));
        var (a, b) = (one.Open(), two.Open());

        one.At(a, host => host.OnDownstreamData(a, 5, 0));
        two.At(b, host => host.OnDownstreamData(b, 7, 1));

        Assert.NotSame(first.Downstream, second.Downstream);
        Assert.Equal((false, true), (first.Downstream.IsLast, second.Downstream.IsLast));
    }

    [Fact]
    public void A_connection_waits_for_its_filter()
    {
        var filter = new Waiting();
        var rig = new Rig(() => filter);
        var connection = rig.Open();

        Assert.Equal(FilterAction.Pause, rig.At(connection, host => host.OnNewConnectionAsync(connection)));
        Assert.Equal(FilterAction.Pause, rig.At(connection, host => host.OnDownstreamDataAsync(connection, 4, 0)));
        Assert.Equal(FilterAction.Continue, rig.At(connection, host => host.OnUpstreamDataAsync(connection, 9, 0)));
        rig.Tick(10);
        Assert.Empty(rig.Host.Continued);
        Assert.Equal(FilterAction.Pause, rig.At(connection, host => host.OnDownstreamDataAsync(connection, 6, 1)));
        rig.Tick(10);
        rig.Tick(10);

        Assert.Equal(["connect", "upstream 9", "data 4", "data 6, last"], filter.Seen);
        Assert.Equal([(connection, StreamType.Downstream)], rig.Host.Continued);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exception_closes_the_connection(bool isLate)
    {
        var rig = new Rig(() => new Failing(isLate));
        var connection = rig.Open();

        Assert.Equal(FilterAction.Pause, rig.At(connection, host => host.OnDownstreamDataAsync(connection, 4, 0)));
        rig.Tick(10);

        Assert.Equal([(connection, StreamType.Downstream)], rig.Host.Closed);
        Assert.Empty(rig.Host.Continued);
        Assert.Contains(": on purpose\n", Assert.Single(rig.Host.Logs), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_connection_ends_its_awaits()
    {
        var filter = new Waiting();
        var rig = new Rig(() => filter);
        var connection = rig.Open();
        rig.At(connection, host => host.OnNewConnectionAsync(connection));

        rig.Instance.OnDownstreamConnectionClose(connection, (int)PeerType.Remote);
        rig.Instance.OnDelete(connection);
        rig.Tick(10);

        Assert.Equal(["connect", "closed by Remote"], filter.Seen);
        Assert.Empty(rig.Host.Continued);
        Assert.Empty(rig.Host.Logs);
    }

    private sealed class Shouting : TcpFilter
    {
        protected internal override FilterAction OnDownstreamData(TcpData data)
        {
            var text = System.Text.Encoding.UTF8.GetString(data.Read()).ToUpperInvariant() + "!";
            Assert.True(data.Replace(System.Text.Encoding.UTF8.GetBytes(text)));
            Assert.Equal(text.Length, data.Length);
            return FilterAction.Continue;
        }

        protected internal override FilterAction OnUpstreamData(TcpData data) =>
            data.IsLast ? FilterAction.Pause : FilterAction.Continue;
    }

    private sealed class Waiting : TcpFilter
    {
        public List<string> Seen { get; } = [];

        protected internal override async FilterTask OnConnectAsync()
        {
            Seen.Add("connect");
            await Clock.Delay(TimeSpan.FromMilliseconds(10));
        }

        protected internal override async FilterTask OnDownstreamDataAsync(TcpData data)
        {
            Seen.Add($"data {data.Length}{(data.IsLast ? ", last" : "")}");
            await Clock.Delay(TimeSpan.FromMilliseconds(10));
        }

        protected internal override FilterAction OnUpstreamData(TcpData data)
        {
            Seen.Add($"upstream {data.Length}");
            return FilterAction.Continue;
        }

        protected internal override void OnDownstreamClose(PeerType closedBy) => Seen.Add($"closed by {closedBy}");
    }

    private sealed class Failing(bool isLate) : TcpFilter
    {
        protected internal override async FilterTask OnDownstreamDataAsync(TcpData data)
        {
            if (isLate)
            {
                await Clock.Delay(TimeSpan.FromMilliseconds(10));
            }

            throw new InvalidOperationException("on purpose");
        }
    }
}
