namespace LineProtocol;

/// <summary>
/// One connection. A line passes when all of it is there, so no part of a denied command reaches the upstream.
/// </summary>
internal sealed class LineProtocolFilter(LineProtocolPlugin plugin, CommandReader reader) : TcpFilter
{
    protected override FilterAction OnDownstreamData(TcpData data)
    {
        switch (reader.Read(data.Read()))
        {
            case CommandVerdict.Pass:
                return FilterAction.Continue;

            case CommandVerdict.Incomplete:
                return FilterAction.Pause;

            case CommandVerdict.Denied:
                plugin.Denied.Add();
                break;

            default:
                plugin.Malformed.Add();
                break;
        }

        Close();
        return FilterAction.Pause;
    }
}
