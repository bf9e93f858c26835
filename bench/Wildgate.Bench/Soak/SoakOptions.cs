using Wildgate.Bench.Load;

namespace Wildgate.Bench.Soak;

/// <summary>How long and how hard to soak.</summary>
internal sealed record SoakOptions
{
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time between two reloads of the plugin.</summary>
    public TimeSpan ReloadInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Time between two lines of the report.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromMinutes(1);

    public int Connections { get; init; } = LoadPlan.DefaultConnections;
}
