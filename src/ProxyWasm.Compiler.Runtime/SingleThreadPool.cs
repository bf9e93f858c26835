using System.Buffers;
using System.Numerics;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>A pool that keeps a few arrays of each power of two.</summary>
internal sealed class SingleThreadPool<T> : ArrayPool<T>
{
    private const int SmallestLog = 4;
    private const int LargestLog = 20;
    private const int KeptPerSize = 4;

    private readonly T[]?[] _kept = new T[]?[(LargestLog - SmallestLog + 1) * KeptPerSize];

    public static SingleThreadPool<T> Instance { get; } = new();

    public override T[] Rent(int minimumLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimumLength);
        if (minimumLength == 0)
        {
            return [];
        }

        var log = BitOperations.Log2((uint)Math.Max(minimumLength - 1, 1 << (SmallestLog - 1))) + 1;
        if (log > LargestLog)
        {
            return new T[minimumLength];
        }

        var start = (log - SmallestLog) * KeptPerSize;
        for (var i = start; i < start + KeptPerSize; i++)
        {
            if (_kept[i] is { } array)
            {
                _kept[i] = null;
                return array;
            }
        }

        return new T[1 << log];
    }

    public override void Return(T[] array, bool clearArray = false)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (clearArray)
        {
            Array.Clear(array);
        }

        var log = BitOperations.Log2((uint)array.Length);
        if (array.Length == 0 || log < SmallestLog || log > LargestLog || !BitOperations.IsPow2(array.Length))
        {
            return;
        }

        var start = (log - SmallestLog) * KeptPerSize;
        for (var i = start; i < start + KeptPerSize; i++)
        {
            if (_kept[i] is null)
            {
                _kept[i] = array;
                return;
            }
        }
    }
}
