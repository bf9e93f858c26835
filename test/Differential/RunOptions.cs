namespace Differential;

/// <summary>How a program is compiled for a run.</summary>
internal sealed record RunOptions
{
    public bool CollectAlways { get; init; }

    public bool Optimise { get; init; } = true;
}
