namespace ProxyWasm.Abi;

/// <summary>Severity of a plugin's log record, <c>proxy_log_level_t</c> of the ABI.</summary>
public enum LogLevel
{
    /// <summary>Most detailed.</summary>
    Trace = 0,

    /// <summary>For developers of the plugin.</summary>
    Debug = 1,

    /// <summary>Normal operation.</summary>
    Info = 2,

    /// <summary>Unexpected, but handled.</summary>
    Warn = 3,

    /// <summary>A request or task failed.</summary>
    Error = 4,

    /// <summary>The plugin cannot go on.</summary>
    Critical = 5,

    /// <summary>Nothing is logged; only an answer of <c>proxy_get_log_level</c>, never the level of a record.</summary>
    Off = 6,
}
