using System.Runtime.InteropServices;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>
/// Objects that exist before the program starts: literals, types, stateless singletons, constant bytes.
/// </summary>
internal sealed class PreparedObjects
{
    private readonly ProgramModel _program;
    private readonly LiveProgram _live;
    private readonly DataLayout _data;
    private readonly TypeDescriptions _descriptions;
    private bool _packs;

    public PreparedObjects(ProgramModel program, LiveProgram live, DataLayout data)
    {
        _program = program;
        _live = live;
        _data = data;
        _descriptions = new TypeDescriptions(program, live, data);
    }

    /// <summary>Type objects have one field more than their class declares.</summary>
    public static int DescriptionOffset(ProgramModel program) =>
        program.Layouts.InstanceSize(program.System.SystemType("RuntimeType"));

    public static int SizeOf(string text) => ObjectShape.ArrayDataOffset + ((text.Length + 1) * sizeof(char));

    /// <summary>The constant bytes that an assembly carries for a field.</summary>
    public static byte[] ImageBytes(ProgramModel program, FieldDef field)
    {
        var module = field.Owner.Module;
        var address = module.Metadata.GetFieldDefinition(field.Handle).GetRelativeVirtualAddress();
        var size = program.Layouts.SizeOf(program.System.TypeOf(field));
        return [.. module.Image.GetSectionData(address).GetContent(0, size)];
    }

    /// <summary>Places the objects; those of packed texts first.</summary>
    public void Reserve(PackedTexts? packed)
    {
        _packs = packed is not null;
        _descriptions.AddTexts();
        packed?.Reserve(_live.Symbols, _data);
        foreach (var symbol in _live.Symbols)
        {
            switch (symbol)
            {
                case Symbol.Text text when !IsPacked(text):
                    _data.Reserve(symbol, SizeOf(text.Value), ObjectShape.Alignment);
                    break;
                case Symbol.TypeObject:
                    _data.Reserve(symbol, DescriptionOffset(_program) + sizeof(int), ObjectShape.Alignment);
                    break;
                case Symbol.Singleton singleton:
                    _data.Reserve(symbol, _program.Layouts.InstanceSize(singleton.Type), ObjectShape.Alignment);
                    break;
                case Symbol.ImageData image:
                    var bytes = ImageBytes(_program, image.Field);
                    _data.Fill(
                        _data.Reserve(symbol, bytes.Length, ObjectShape.Alignment), bytes, DataKind.ConstantBytes);
                    break;
                default:
                    break;
            }
        }
    }

    public void Fill(Func<IlType, int> classAddress)
    {
        foreach (var symbol in _live.Symbols)
        {
            switch (symbol)
            {
                case Symbol.Text text when !IsPacked(text):
                    FillText(text, classAddress(_program.System.String));
                    break;
                case Symbol.TypeObject type:
                    FillType(type, classAddress);
                    break;
                case Symbol.Singleton singleton:
                    var header = new byte[ObjectShape.HeaderSize];
                    DataLayout.Write(header, 0, classAddress(singleton.Type));
                    _data.Fill(_data.AddressOf(symbol), header, DataKind.Singletons);
                    break;
                default:
                    break;
            }
        }
    }

    private bool IsPacked(Symbol.Text text) => _packs && PackedTexts.IsPackable(text);

    private void FillText(Symbol.Text text, int stringClass)
    {
        var bytes = new byte[SizeOf(text.Value)];
        DataLayout.Write(bytes, 0, stringClass);
        DataLayout.Write(bytes, ObjectShape.LengthOffset, text.Value.Length);
        MemoryMarshal.AsBytes(text.Value.AsSpan()).CopyTo(bytes.AsSpan(ObjectShape.ArrayDataOffset));
        _data.Fill(_data.AddressOf(text), bytes, DataKind.Strings);
    }

    private void FillType(Symbol.TypeObject type, Func<IlType, int> classAddress)
    {
        var offset = DescriptionOffset(_program);
        var bytes = new byte[offset + sizeof(int)];
        DataLayout.Write(bytes, 0, classAddress(_program.System.SystemType("RuntimeType")));
        DataLayout.Write(bytes, offset, _descriptions.Write(type.Type, classAddress));
        _data.Fill(_data.AddressOf(type), bytes, DataKind.TypeObjects);
    }
}
