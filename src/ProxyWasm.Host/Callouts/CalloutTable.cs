using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Callouts;

/// <summary>The calls that a virtual machine has under way, by token. Used inside of its worker.</summary>
internal sealed class CalloutTable(Vm vm)
{
    // Finished streams that the plugin has not closed yet. Plugins close them in the callback that tells the end, or
    // never; Envoy keeps them for ever.
    private const int MaxUnclosed = 1024;

    private readonly Dictionary<int, Callout> _calls = [];
    private readonly HashSet<int> _unclosed = [];
    private readonly Queue<int> _unclosedOrder = new();
    private readonly uint[] _last = new uint[4];

    /// <summary>Memory that calls hold in the host.</summary>
    public ByteBudget Budget { get; } = new(vm.Definition.Limits.MemoryBytes);

    /// <summary>Whether the plugin may have one more call under way.</summary>
    public bool Admits(RootContext root) => root.PendingCallouts < vm.Definition.Limits.PendingCallouts;

    /// <summary>
    /// A token that no call has: 4, 8, 12 … for HTTP, 5, 9, 13 … and 6, 10, 14 … for gRPC, 7, 11, 15 … for names.
    /// </summary>
    public int NextToken(CalloutKind kind)
    {
        const uint MaxNumber = uint.MaxValue >> 2;
        int token;
        do
        {
            ref var last = ref _last[(int)kind];
            last = last == MaxNumber ? 1 : last + 1;
            token = (int)((last << 2) | (uint)kind);
        }
        while (_calls.ContainsKey(token) || _unclosed.Contains(token));

        return token;
    }

    /// <summary>Begins a call. In a canary, which only tries a configuration, nothing is sent.</summary>
    public void Begin(Callout call)
    {
        _calls.Add(call.Token, call);
        call.Root.PendingCallouts++;
        if (!vm.IsCanary)
        {
            call.Start();
        }
    }

    public Callout? Find(int token) => _calls.GetValueOrDefault(token);

    /// <summary>Called by each call exactly once, when it is over.</summary>
    public void Forget(Callout call)
    {
        call.Root.PendingCallouts--;
        if (Find(call.Token) == call)
        {
            _calls.Remove(call.Token);
        }
    }

    /// <summary>Ends a call without a further callback; its token is unknown at once.</summary>
    public void Cancel(Callout call)
    {
        _calls.Remove(call.Token);
        call.Cancel();
    }

    /// <summary>Ends all calls of a plugin without callbacks.</summary>
    public void CancelAll(RootContext root)
    {
        foreach (var call in _calls.Values)
        {
            if (call.Root == root)
            {
                Cancel(call);
            }
        }
    }

    /// <summary>Remembers a stream that the peer has ended and the plugin has not.</summary>
    public void AddUnclosed(int token)
    {
        if (_unclosedOrder.Count == MaxUnclosed)
        {
            _unclosed.Remove(_unclosedOrder.Dequeue());
        }

        _unclosedOrder.Enqueue(token);
        _unclosed.Add(token);
    }

    /// <summary>Whether the peer has ended this stream and the plugin has not.</summary>
    public bool IsUnclosed(int token) => _unclosed.Contains(token);

    /// <summary>The plugin has ended its side too.</summary>
    public bool Close(int token) => _unclosed.Remove(token);
}
