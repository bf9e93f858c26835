using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>
/// What asynchronous methods of filters return. It does what a <see cref="ValueTask"/> does, on the one thread that a
/// plugin has, in a small part of the code; methods that return it can await it and every other awaitable.
/// </summary>
/// <remarks>Await it once.</remarks>
[AsyncMethodBuilder(typeof(FilterTaskMethodBuilder))]
public readonly struct FilterTask
{
    internal FilterTask(FilterTaskSource? source) => Source = source;

    /// <summary>A task that has ended well.</summary>
    public static FilterTask Completed => default;

    /// <summary>Null when it has ended well before anybody asked.</summary>
    internal FilterTaskSource? Source { get; }

    /// <summary>For the compiler.</summary>
    public FilterTaskAwaiter GetAwaiter() => new(Source);
}
