using ProxyWasm.Abi.Actions;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Streams;

/// <summary>
/// Carries events of one direction from filter to filter: presents them to the plugins, holds them while a plugin has
/// paused, and lets go when it resumes (sections 4.1 to 4.5 of the ABI reference). Runs inside of the stream's
/// worker.
/// </summary>
internal sealed class FlowDriver(IFlowOwner stream, DirectionKind kind)
{
    private StreamFilter[] _filters = [];

    /// <summary>Filters in the order in which events of this direction meet them.</summary>
    public StreamFilter[] Filters
    {
        get => _filters;
        set
        {
            _filters = value;
            NeedsBody = false;
            foreach (var filter in value)
            {
                NeedsBody |= filter.NeedsBody(kind);
            }
        }
    }

    /// <summary>Where events go that have passed all filters.</summary>
    public FilterFlow Output { get; set; } = null!;

    public bool NeedsBody { get; private set; }

    /// <summary>Where events enter.</summary>
    public FilterFlow First => _filters.Length == 0 ? Output : _filters[0].Flow(kind);

    public bool IsPaused
    {
        get
        {
            foreach (var filter in _filters)
            {
                if (filter.Flow(kind).IsPaused)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>
    /// False while a filter that stops everything by watermark, or a full buffer, holds the direction.
    /// </summary>
    public bool WantsInput
    {
        get
        {
            foreach (var filter in _filters)
            {
                var flow = filter.Flow(kind);
                var isSlowed = flow.Hold == HoldKind.BodyWatermark || (flow.IsPaused && filter.SlowsSenderWhenFull);
                if (flow.Hold == HoldKind.AllWatermark
                    || (isSlowed && flow.BufferedBytes >= filter.BufferLimit))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Lets every event go as far as it may.</summary>
    public void Pass()
    {
        Advance();

        // What is still borrowed belongs to the adapter's buffer and does not outlive this pass.
        foreach (var filter in _filters)
        {
            filter.Flow(kind).Incoming.Own();
            filter.Flow(kind).Held.Own();
        }
    }

    private void Advance()
    {
        bool again;
        do
        {
            again = false;
            for (var i = 0; i < _filters.Length; i++)
            {
                if (stream.IsOver(kind))
                {
                    return;
                }

                Step(_filters[i], i + 1 < _filters.Length ? _filters[i + 1].Flow(kind) : Output);
            }

            foreach (var filter in _filters)
            {
                again |= filter.Flow(kind).ResumeRequested;
            }
        }
        while (again && !stream.IsOver(kind));
    }

    private void Step(StreamFilter filter, FilterFlow next)
    {
        var flow = filter.Flow(kind);
        if (flow.ResumeRequested)
        {
            flow.ResumeRequested = false;
            Resume(filter, flow, next);
        }

        if (flow.HasHeaders && !flow.HeadersPresented)
        {
            PresentHeaders(filter, flow, next);
        }

        if (flow.HeadersPresented && !stream.IsEnding)
        {
            PresentBody(filter, flow, next);
        }

        if (flow.HasTrailers && flow.HeadersPresented && !flow.StopsAll && !flow.TrailersPresented && !stream.IsEnding)
        {
            PresentTrailers(filter, flow, next);
        }
    }

    private void PresentHeaders(StreamFilter filter, FilterFlow flow, FilterFlow next)
    {
        flow.HeadersPresented = true;
        var end = flow.HasEnd && flow.Incoming.IsEmpty && !flow.HasTrailers && filter.HeadersMayEnd;
        flow.EndPresented = end;
        var action = filter.OnHeaders(kind, end);
        if (stream.IsEnding)
        {
            return;
        }

        if (action == HeadersAction.Continue)
        {
            Release(filter, next, end);
            return;
        }

        flow.HeadersHeld = true;
        flow.EndHeld = end;
        flow.Hold = action switch
        {
            HeadersAction.StopIteration => HoldKind.Headers,
            HeadersAction.StopAllIterationAndBuffer => HoldKind.AllBuffer,
            _ => HoldKind.AllWatermark,
        };
    }

    private void PresentBody(StreamFilter filter, FilterFlow flow, FilterFlow next)
    {
        if (!TryHold(filter, flow))
        {
            return;
        }

        var ends = flow.HasEnd && !flow.HasTrailers && !flow.EndPresented;
        if (flow.StopsAll || (flow.Incoming.IsEmpty && !ends))
        {
            return;
        }

        // After "stop and buffer" the plugin sees the whole body so far, else only what is new.
        var body = flow.Incoming;
        if (flow.Hold == HoldKind.BodyBuffer)
        {
            flow.Held.TakeFrom(flow.Incoming);
            body = flow.Held;
        }

        flow.EndPresented = ends;
        flow.BodyPresented = true;
        var action = filter.OnBody(kind, body, ends);
        if (!stream.IsEnding)
        {
            TakeBodyAction(action, filter, next, body, ends);
            TryHold(filter, flow);
        }
    }

    // The bytes that arrive and those that a plugin writes count alike.
    private bool TryHold(StreamFilter filter, FilterFlow flow)
    {
        if (flow.FailsWhenFull && !filter.SlowsSenderWhenFull && flow.BufferedBytes > filter.BufferLimit)
        {
            stream.RejectBody(kind);
            return false;
        }

        return true;
    }

    private void TakeBodyAction(
        BodyAction action, StreamFilter filter, FilterFlow next, BodyBuffer body, bool ends)
    {
        var flow = filter.Flow(kind);
        if (action == BodyAction.StopIterationNoBuffer)
        {
            body.Clear();
        }
        else if (body != flow.Held)
        {
            if (action == BodyAction.Continue && flow.Held.IsEmpty)
            {
                Release(filter, next, ends, body);
                return;
            }

            flow.Held.TakeFrom(body);
        }

        if (action == BodyAction.Continue)
        {
            Release(filter, next, ends);
            return;
        }

        flow.Held.Own();
        flow.EndHeld |= ends;
        flow.Hold = action switch
        {
            BodyAction.StopIterationAndBuffer => HoldKind.BodyBuffer,
            BodyAction.StopIterationAndWatermark => HoldKind.BodyWatermark,
            _ => HoldKind.BodyNone,
        };
    }

    private void PresentTrailers(StreamFilter filter, FilterFlow flow, FilterFlow next)
    {
        flow.TrailersPresented = true;
        flow.EndPresented = true;
        var action = filter.OnTrailers(kind);
        if (stream.IsEnding)
        {
            return;
        }

        flow.TrailersHeld = true;
        if (action == TrailersAction.Continue)
        {
            Release(filter, next, end: true);
            return;
        }

        flow.Hold = HoldKind.Trailers;
    }

    private void Resume(StreamFilter filter, FilterFlow flow, FilterFlow next)
    {
        if (!flow.IsPaused)
        {
            return;
        }

        filter.Unbind(kind);
        Release(filter, next, flow.EndHeld || flow.TrailersHeld);
    }

    // Lets go what the filter holds: headers, body, end, trailers. What arrived during "stop all" stays with the
    // filter, whose own body callback gets it next.
    private void Release(StreamFilter filter, FilterFlow next, bool end, BodyBuffer? body = null)
    {
        var flow = filter.Flow(kind);
        body ??= flow.Held;
        if (!next.HasHeaders && !(end && !flow.BodyPresented))
        {
            filter.LetHeadersPass(kind, end ? body.Length : null);
        }

        flow.Hold = HoldKind.None;
        flow.HeadersHeld = false;
        next.HasHeaders = true;
        next.Incoming.TakeFrom(body);
        if (!end)
        {
            return;
        }

        flow.EndHeld = false;
        next.HasEnd = true;
        next.HasTrailers |= flow.TrailersHeld;
        flow.TrailersHeld = false;
    }
}
