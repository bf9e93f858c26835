using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Places static fields and initialisation flags, and lists where they hold references.</summary>
internal sealed class StaticVariables
{
    private readonly ProgramModel _program;
    private readonly LiveProgram _live;
    private readonly DataLayout _data;

    public StaticVariables(ProgramModel program, LiveProgram live, DataLayout data)
    {
        _program = program;
        _live = live;
        _data = data;
    }

    /// <summary>The address and length of the list of variables that the collector starts from.</summary>
    public (int Address, int Count) Reserve()
    {
        var roots = new List<int>();
        foreach (var symbol in _live.Symbols)
        {
            switch (symbol)
            {
                case Symbol.Static variable:
                    var type = variable.Field.Type;
                    var address = _data.Reserve(
                        symbol, _program.Layouts.SizeOf(type), Math.Max(4, _program.Layouts.AlignmentOf(type)));
                    _program.Layouts.ReferenceOffsets(type, address, roots);
                    break;
                case Symbol.InitFlag:
                    _data.Reserve(symbol, sizeof(int), sizeof(int));
                    break;
                case Symbol.InitFailure:
                    roots.Add(_data.Reserve(symbol, sizeof(int), sizeof(int)));
                    break;
                default:
                    break;
            }
        }

        var list = new byte[roots.Count * sizeof(int)];
        for (var i = 0; i < roots.Count; i++)
        {
            DataLayout.Write(list, i * sizeof(int), roots[i]);
        }

        return (_data.Add(list, sizeof(int), DataKind.Roots), roots.Count);
    }
}
