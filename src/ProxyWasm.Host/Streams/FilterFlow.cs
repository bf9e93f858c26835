using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Streams;

/// <summary>
/// One direction of a stream at one filter: what has arrived, what was presented to the plugin, what it holds back.
/// Events enter on the left (<c>Has…</c>, <see cref="Incoming"/>) and leave to the flow of the next filter.
/// </summary>
internal sealed class FilterFlow
{
    /// <summary>Body bytes that arrived and were not presented yet.</summary>
    public BodyBuffer Incoming { get; } = new();

    /// <summary>Body bytes that were presented and are held.</summary>
    public BodyBuffer Held { get; } = new();

    public bool HasHeaders { get; set; }

    /// <summary>Nothing follows what has arrived.</summary>
    public bool HasEnd { get; set; }

    public bool HasTrailers { get; set; }

    public bool HeadersPresented { get; set; }

    public bool EndPresented { get; set; }

    public bool TrailersPresented { get; set; }

    /// <summary>Whether the plugin was shown the body.</summary>
    public bool BodyPresented { get; set; }

    public bool HeadersHeld { get; set; }

    public bool EndHeld { get; set; }

    public bool TrailersHeld { get; set; }

    public HoldKind Hold { get; set; }

    /// <summary>The plugin asked to go on; taken into account by the next pass.</summary>
    public bool ResumeRequested { get; set; }

    public bool StopsAll => Hold is HoldKind.AllBuffer or HoldKind.AllWatermark;

    public bool IsPaused => Hold != HoldKind.None;

    /// <summary>Bytes kept for this filter.</summary>
    public int BufferedBytes => Incoming.Length + Held.Length;

    /// <summary>Whether a full buffer fails the stream instead of slowing its sender down.</summary>
    public bool FailsWhenFull => Hold is HoldKind.AllBuffer or HoldKind.BodyBuffer;

    public void Reset()
    {
        Incoming.Clear();
        Held.Clear();
        HasHeaders = HasEnd = HasTrailers = false;
        HeadersPresented = EndPresented = TrailersPresented = BodyPresented = false;
        HeadersHeld = EndHeld = TrailersHeld = false;
        Hold = HoldKind.None;
        ResumeRequested = false;
    }
}
