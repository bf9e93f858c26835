using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Tcp;

namespace ProxyWasm.Sdk.Hosting;

public sealed unsafe partial class PluginInstance
{
    /// <summary><c>proxy_on_new_connection</c>, for filters without asynchronous methods.</summary>
    public int OnNewConnection(int contextId)
    {
        return Decide<TcpFilter>(contextId, "a new connection"u8, 0, 0, &Bring);

        static FilterAction Bring(TcpFilter filter, int end, int size) =>
            filter.OnConnect();
    }

    /// <summary><c>proxy_on_downstream_data</c>, for filters without asynchronous methods.</summary>
    public int OnDownstreamData(int contextId, int size, int endOfStream)
    {
        return Decide<TcpFilter>(contextId, "downstream data"u8, endOfStream, size, &Bring);

        static FilterAction Bring(TcpFilter filter, int end, int size) =>
            filter.OnDownstreamData(filter.Downstream.Fill(size, end));
    }

    /// <summary><c>proxy_on_upstream_data</c>, for filters without asynchronous methods.</summary>
    public int OnUpstreamData(int contextId, int size, int endOfStream)
    {
        return Decide<TcpFilter>(contextId, "upstream data"u8, endOfStream, size, &Bring);

        static FilterAction Bring(TcpFilter filter, int end, int size) =>
            filter.OnUpstreamData(filter.Upstream.Fill(size, end));
    }

    /// <summary><c>proxy_on_new_connection</c>.</summary>
    public int OnNewConnectionAsync(int contextId)
    {
        return Decide<TcpFilter>(contextId, "a new connection"u8, 0, 0, &Bring);

        static FilterAction Bring(TcpFilter filter, int end, int size) =>
            filter.Flow(StreamType.Downstream).Bring(StreamEvent.Begin);
    }

    /// <summary><c>proxy_on_downstream_data</c>.</summary>
    public int OnDownstreamDataAsync(int contextId, int size, int endOfStream)
    {
        return Decide<TcpFilter>(contextId, "downstream data"u8, endOfStream, size, &Bring);

        static FilterAction Bring(TcpFilter filter, int end, int size)
        {
            filter.Downstream.Fill(size, end);
            return filter.Flow(StreamType.Downstream).Bring(StreamEvent.Data);
        }
    }

    /// <summary><c>proxy_on_upstream_data</c>.</summary>
    public int OnUpstreamDataAsync(int contextId, int size, int endOfStream)
    {
        return Decide<TcpFilter>(contextId, "upstream data"u8, endOfStream, size, &Bring);

        static FilterAction Bring(TcpFilter filter, int end, int size)
        {
            filter.Upstream.Fill(size, end);
            return filter.Flow(StreamType.Upstream).Bring(StreamEvent.Data);
        }
    }

    /// <summary><c>proxy_on_downstream_connection_close</c>.</summary>
    public void OnDownstreamConnectionClose(int contextId, int closedBy)
    {
        Decide<TcpFilter>(contextId, "downstream close"u8, closedBy, 0, &Bring);

        static FilterAction Bring(TcpFilter filter, int closedBy, int size)
        {
            filter.OnDownstreamClose((PeerType)closedBy);
            return FilterAction.Continue;
        }
    }

    /// <summary><c>proxy_on_upstream_connection_close</c>.</summary>
    public void OnUpstreamConnectionClose(int contextId, int closedBy)
    {
        Decide<TcpFilter>(contextId, "upstream close"u8, closedBy, 0, &Bring);

        static FilterAction Bring(TcpFilter filter, int closedBy, int size)
        {
            filter.OnUpstreamClose((PeerType)closedBy);
            return FilterAction.Continue;
        }
    }
}
