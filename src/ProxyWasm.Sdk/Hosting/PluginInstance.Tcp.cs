using ProxyWasm.Abi;
using ProxyWasm.Sdk.Tcp;

namespace ProxyWasm.Sdk.Hosting;

public sealed partial class PluginInstance
{
    /// <summary><c>proxy_on_new_connection</c>.</summary>
    public int OnNewConnection(int contextId)
    {
        if (EnterTcp(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return (int)filter.OnConnect();
        }
        catch (Exception exception)
        {
            return (int)filter.Fail("new connection"u8, exception);
        }
    }

    /// <summary><c>proxy_on_downstream_data</c>.</summary>
    public int OnDownstreamData(int contextId, int size, int endOfStream)
    {
        if (EnterTcp(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return (int)filter.OnDownstreamData(Fill(TcpFilter.Downstream, size, endOfStream));
        }
        catch (Exception exception)
        {
            return (int)filter.Fail("downstream data"u8, exception);
        }
    }

    /// <summary><c>proxy_on_upstream_data</c>.</summary>
    public int OnUpstreamData(int contextId, int size, int endOfStream)
    {
        if (EnterTcp(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return (int)filter.OnUpstreamData(Fill(TcpFilter.Upstream, size, endOfStream));
        }
        catch (Exception exception)
        {
            return (int)filter.Fail("upstream data"u8, exception);
        }
    }

    /// <summary><c>proxy_on_downstream_connection_close</c>.</summary>
    public void OnDownstreamConnectionClose(int contextId, int closedBy)
    {
        if (EnterTcp(contextId) is { } filter)
        {
            try
            {
                filter.OnDownstreamClose((PeerType)closedBy);
            }
            catch (Exception exception)
            {
                Failures.Report("downstream close"u8, exception);
            }
        }
    }

    /// <summary><c>proxy_on_upstream_connection_close</c>.</summary>
    public void OnUpstreamConnectionClose(int contextId, int closedBy)
    {
        if (EnterTcp(contextId) is { } filter)
        {
            try
            {
                filter.OnUpstreamClose((PeerType)closedBy);
            }
            catch (Exception exception)
            {
                Failures.Report("upstream close"u8, exception);
            }
        }
    }

    private static TcpData Fill(TcpData data, int size, int endOfStream)
    {
        data.Length = size;
        data.IsLast = endOfStream != 0;
        return data;
    }

    private TcpFilter? EnterTcp(int contextId)
    {
        var filter = Find(contextId) as TcpFilter;
        Enter(filter);
        return filter;
    }
}
