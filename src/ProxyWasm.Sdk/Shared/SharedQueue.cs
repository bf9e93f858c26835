using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Shared;

/// <summary>A queue between plugins, whatever virtual machine they run in.</summary>
/// <param name="id">The host's number of the queue.</param>
public readonly struct SharedQueue(int id)
{
    /// <summary>The host's number of the queue.</summary>
    public int Id { get; } = id;

    /// <summary>Makes a queue, or finds it; its maker hears when something is in it.</summary>
    /// <returns>Whether the host has it.</returns>
    public static bool TryRegister(string name, out SharedQueue queue)
    {
        var status = Hostcalls.RegisterSharedQueue(Utf8Text.Encode(name), out var id);
        queue = new SharedQueue(id);
        return status == Status.Ok;
    }

    /// <summary>Finds the queue of another plugin.</summary>
    /// <param name="vmId">The <c>vm_id</c> of the plugin that has made it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="queue">The queue.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(string vmId, string name, out SharedQueue queue)
    {
        var status = Hostcalls.ResolveSharedQueue(Utf8Text.Encode(vmId), Utf8Text.Encode(name), out var id);
        queue = new SharedQueue(id);
        return status == Status.Ok;
    }

    /// <summary>Puts something at the end.</summary>
    /// <returns>Whether the host has taken it; not when the queue is full or gone.</returns>
    public bool Enqueue(ReadOnlySpan<byte> value) => Hostcalls.EnqueueSharedQueue(Id, value) == Status.Ok;

    /// <summary>Waits for what is next and takes it; the queue must be one that this plugin has registered.</summary>
    /// <returns>To be awaited: the bytes, or null when the host has no such queue.</returns>
    public DequeueOperation DequeueAsync() => new(Id);

    /// <inheritdoc cref="DequeueAsync()"/>
    /// <param name="cancellation">Ends the wait.</param>
    public DequeueOperation DequeueAsync(CancellationToken cancellation)
    {
        var operation = DequeueAsync();
        operation.CancelWith(cancellation);
        return operation;
    }

    /// <summary>Takes what is first.</summary>
    /// <param name="value">Valid until the callback ends or something is awaited.</param>
    /// <returns>Whether there was something.</returns>
    public bool TryDequeue(out ReadOnlySpan<byte> value) => Hostcalls.DequeueSharedQueue(Id, out value) == Status.Ok;
}
