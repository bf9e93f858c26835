using System.Collections.Immutable;
using System.Reflection.Metadata;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>The decoded IL of a method, its local variables and its protected regions.</summary>
internal sealed class IlBody
{
    public IlBody(TypeSystem system, IlMethod method)
    {
        var block = method.Definition.Owner.Module.Image.GetMethodBody(method.Definition.BodyAddress);
        Instructions = IlReader.Read(block.GetILReader());
        IndexOf = new Dictionary<int, int>(Instructions.Count);
        for (var i = 0; i < Instructions.Count; i++)
        {
            IndexOf[Instructions[i].Offset] = i;
        }

        Size = Instructions.Count == 0 ? 0 : Instructions[^1].Next;
        Regions = block.ExceptionRegions;
        Locals = system.Tokens.Locals(method, block.LocalSignature);
        InitialisesLocals = block.LocalVariablesInitialized;
    }

    public List<IlInstruction> Instructions { get; }

    /// <summary>Position in <see cref="Instructions"/> by offset.</summary>
    public Dictionary<int, int> IndexOf { get; }

    public int Size { get; }

    public ImmutableArray<ExceptionRegion> Regions { get; }

    public IlType[] Locals { get; }

    public bool InitialisesLocals { get; }
}
