[Plugin]
public sealed class PLUGIN_CLASS : Plugin<PLUGIN_CLASSConfig>
{
    protected override TcpFilter CreateTcpFilter() => new PLUGIN_CLASSConnection(Config);

    protected override bool OnConfigured()
    {
        Log.Info($"denied commands: {string.Join(", ", Config.Denied)}");
        return true;
    }
}
