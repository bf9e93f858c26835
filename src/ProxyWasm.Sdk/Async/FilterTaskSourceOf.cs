namespace ProxyWasm.Sdk.Async;

/// <summary>How a <see cref="FilterTask{T}"/> ends.</summary>
internal class FilterTaskSource<T> : FilterTaskSource
{
    public T Result { get; set; } = default!;
}
