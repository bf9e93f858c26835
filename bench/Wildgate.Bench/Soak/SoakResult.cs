namespace Wildgate.Bench.Soak;

/// <summary>What a soak test saw, since its start.</summary>
/// <param name="Elapsed">Time under load.</param>
/// <param name="Completed">Requests that were answered as they should be.</param>
/// <param name="Failed">All others.</param>
/// <param name="Reloads">Reloads of the plugin.</param>
/// <param name="Counted">Requests that the plugin has counted in its metric.</param>
/// <param name="ResidentBytes">Resident memory of the process, load generator included, at this time.</param>
internal sealed record SoakResult(
    TimeSpan Elapsed, long Completed, long Failed, int Reloads, long Counted, long ResidentBytes);
