namespace Wildgate.Bench.Peers;

/// <summary>By which language nginx does the job.</summary>
internal enum NginxScripting
{
    None,
    Lua,
    JavaScript,
}
