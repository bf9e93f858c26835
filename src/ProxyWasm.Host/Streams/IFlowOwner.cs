using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Streams;

/// <summary>A stream or connection whose events a <see cref="FlowDriver"/> carries.</summary>
internal interface IFlowOwner
{
    /// <summary>Whether nothing more is presented to plugins in the running pass.</summary>
    bool IsEnding { get; }

    /// <summary>Whether nothing more of a direction is presented to plugins.</summary>
    bool IsOver(DirectionKind kind);

    /// <summary>A plugin holds more of a body than it may.</summary>
    void RejectBody(DirectionKind kind);
}
