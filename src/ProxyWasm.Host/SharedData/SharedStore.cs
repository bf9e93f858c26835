using System.Buffers;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.SharedData;

/// <summary>
/// The shared data of all plugins with one <c>vm_id</c>: values by key with a version each. Thread-safe; every
/// operation is atomic.
/// </summary>
/// <remarks>
/// Memory is bounded by evicting what was used least recently. Guest libraries stop the plugin on any answer to a write
/// but Ok and CasMismatch, and a plugin that hears CasMismatch tries again at once: so a full store behaves like a
/// cache, and a value that is larger than the whole store is evicted as soon as it is written.
/// </remarks>
internal sealed class SharedStore(CasSequence versions)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<byte[], SharedEntry> _entries = new(ByteKeyComparer.Instance);
    private SharedEntry? _latest;
    private SharedEntry? _oldest;
    private long _limitBytes;
    private long _bytes;

    /// <summary>Number of keys; a snapshot.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Bytes of keys and values with what each entry costs; a snapshot.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Plugins that share a store may have different limits: the largest holds.</summary>
    public void RaiseLimit(long limitBytes)
    {
        lock (_gate)
        {
            _limitBytes = Math.Max(_limitBytes, limitBytes);
        }
    }

    /// <summary>Copies a value out; false when there is none.</summary>
    public bool TryRead(ReadOnlySpan<byte> key, IBufferWriter<byte> value, out uint cas)
    {
        lock (_gate)
        {
            if (!_entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var entry))
            {
                cas = 0;
                return false;
            }

            Touch(entry);
            value.Write(entry.Value);
            cas = entry.Cas;
            return true;
        }
    }

    /// <summary>
    /// Stores a value; <paramref name="cas"/> 0 stores unconditionally, and so does any number for a key that is
    /// absent.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value; may be empty.</param>
    /// <param name="cas">The version that the writer has read, or 0.</param>
    /// <param name="evicted">Number of entries that had to go.</param>
    public Status Write(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, uint cas, out int evicted)
    {
        evicted = 0;
        lock (_gate)
        {
            var entries = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (entries.TryGetValue(key, out var entry))
            {
                if (cas != 0 && cas != entry.Cas)
                {
                    return Status.CasMismatch;
                }
            }

            if (SharedEntry.BytesFor(key.Length, value.Length) > _limitBytes)
            {
                evicted = 1;
                Remove(entry);
                return Status.Ok;
            }

            Store(entry ?? Create(key), value);
            evicted = Evict();
            return Status.Ok;
        }
    }

    private SharedEntry Create(ReadOnlySpan<byte> key)
    {
        var entry = new SharedEntry(key.ToArray());
        _entries.Add(entry.Key, entry);
        _bytes += entry.Bytes;
        Link(entry);
        return entry;
    }

    private void Store(SharedEntry entry, ReadOnlySpan<byte> value)
    {
        if (entry.Value.Length != value.Length)
        {
            _bytes += value.Length - entry.Value.Length;
            entry.Value = new byte[value.Length];
        }

        value.CopyTo(entry.Value);
        entry.Cas = versions.Next();
        Touch(entry);
    }

    // The entry just written is the latest and fits alone, so this ends before it.
    private int Evict()
    {
        var count = 0;
        while (_bytes > _limitBytes)
        {
            Remove(_oldest);
            count++;
        }

        return count;
    }

    private void Remove(SharedEntry? entry)
    {
        if (entry is not null)
        {
            _entries.Remove(entry.Key);
            _bytes -= entry.Bytes;
            Unlink(entry);
        }
    }

    private void Touch(SharedEntry entry)
    {
        if (entry != _latest)
        {
            Unlink(entry);
            Link(entry);
        }
    }

    private void Link(SharedEntry entry)
    {
        entry.Older = _latest;
        entry.Newer = null;
        if (_latest is null)
        {
            _oldest = entry;
        }
        else
        {
            _latest.Newer = entry;
        }

        _latest = entry;
    }

    private void Unlink(SharedEntry entry)
    {
        if (entry.Newer is null)
        {
            _latest = entry.Older;
        }
        else
        {
            entry.Newer.Older = entry.Older;
        }

        if (entry.Older is null)
        {
            _oldest = entry.Newer;
        }
        else
        {
            entry.Older.Newer = entry.Newer;
        }
    }
}
