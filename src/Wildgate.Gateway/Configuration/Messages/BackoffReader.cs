using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.core.v3.BackoffStrategy</c>.</summary>
internal static class BackoffReader
{
    private const int MaxFactor = 10;

    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    /// <summary>From 1 s to 10 s where there is none.</summary>
    public static BackoffConfig Read(ConfigurationValue? value)
    {
        if (value?.AsMessage("a back-off strategy") is not { } fields)
        {
            return new BackoffConfig(DefaultInterval, DefaultInterval * MaxFactor);
        }

        var least = fields.Required("base_interval")?.AsDuration(LeastInterval) ?? DefaultInterval;
        var most = fields.Optional("max_interval")?.AsDuration(least) ?? Tenfold(least);
        fields.RefuseOthers();
        return new BackoffConfig(least, most);
    }

    // The longest duration of protobuf, times ten, is longer than a TimeSpan.
    private static TimeSpan Tenfold(TimeSpan least) =>
        least < TimeSpan.MaxValue / MaxFactor ? least * MaxFactor : TimeSpan.MaxValue;
}
