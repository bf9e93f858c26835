using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>As <see cref="FilterTask"/>, with a result.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
[AsyncMethodBuilder(typeof(FilterTaskMethodBuilder<>))]
public readonly struct FilterTask<T>
{
    private readonly FilterTaskSource<T> _source;

    internal FilterTask(FilterTaskSource<T> source) => _source = source;

    /// <summary>For the compiler.</summary>
    public FilterTaskAwaiter<T> GetAwaiter() => new(_source);
}
