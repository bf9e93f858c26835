namespace ProxyWasm.Host.Modules;

/// <summary>Where the functions of a module lie in its bytes; for backtraces of modules without names.</summary>
internal sealed class FunctionBodies
{
    private const int PreambleBytes = 8;
    private const byte CodeSection = 10;

    private readonly List<int> _ends = [];
    private readonly int _start;
    private readonly int _imported;

    /// <param name="module">A module that the engine has accepted.</param>
    public FunctionBodies(ReadOnlySpan<byte> module)
    {
        _imported = WasmModuleInfo.Parse(module.ToArray()).Imports
            .Count(import => import.Kind == WasmExternalKind.Function);
        var at = PreambleBytes;
        while (at < module.Length)
        {
            var id = module[at++];
            var size = ReadNumber(module, ref at);
            var end = at + size;
            if (id == CodeSection)
            {
                var count = ReadNumber(module, ref at);
                _start = at;
                for (var i = 0; i < count; i++)
                {
                    var bytes = ReadNumber(module, ref at);
                    at += bytes;
                    _ends.Add(at);
                }
            }

            at = end;
        }
    }

    /// <summary>The number of the function that holds a position in the module, or null when none does.</summary>
    public int? IndexAt(long position)
    {
        if (position < _start || _ends.Count == 0 || position >= _ends[^1])
        {
            return null;
        }

        var found = _ends.BinarySearch((int)position);
        return _imported + (found >= 0 ? found + 1 : ~found);
    }

    private static int ReadNumber(ReadOnlySpan<byte> module, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = module[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
