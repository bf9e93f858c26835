using System.Reflection.Metadata;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>
/// Writes names and kinds of types, and the members of enums, for programs that ask for them. The runtime library's
/// <c>TypeDescription</c> has the same fields in the same order.
/// </summary>
internal sealed class TypeDescriptions
{
    private const int Fields = 11;

    private readonly ProgramModel _program;
    private readonly LiveProgram _live;
    private readonly DataLayout _data;
    private readonly bool _isNeeded;
    private readonly bool _needsNames;
    private readonly bool _needsNamespaces;
    private readonly bool _needsEnums;
    private readonly bool _needsBases;
    private readonly bool _needsElements;
    private readonly bool _needsInterfaces;

    public TypeDescriptions(ProgramModel program, LiveProgram live, DataLayout data)
    {
        _program = program;
        _live = live;
        _data = data;
        _isNeeded = live.Symbols.Contains(new Symbol.ModuleFact(ModuleFactKind.TypeDescriptionOffset));
        _needsNames = live.Contains(program.RuntimeMethod("Types", "Name"));
        _needsNamespaces = live.Contains(program.RuntimeMethod("Types", "Namespace"));
        _needsEnums = live.Contains(program.RuntimeMethod("Enums", "MembersOf"));
        _needsBases = live.Contains(program.RuntimeMethod("Types", "BaseType"));
        _needsElements = live.Contains(program.RuntimeMethod("Types", "ElementType"));
        _needsInterfaces = live.Contains(program.RuntimeMethod("Types", "Interfaces"));
    }

    /// <summary>Asks for the string objects that descriptions will point to.</summary>
    public void AddTexts()
    {
        if (!_isNeeded)
        {
            return;
        }

        for (var i = 0; i < _live.Symbols.Count; i++)
        {
            if (_live.Symbols[i] is Symbol.TypeObject { Type: var type })
            {
                AddTexts(type);
            }
        }
    }

    public int Write(IlType type, Func<IlType, int> classAddress)
    {
        if (!_isNeeded)
        {
            return 0;
        }

        var bytes = new byte[Fields * sizeof(int)];
        DataLayout.Write(bytes, 0, Address(new Symbol.Text(DisplayName(type, qualified: true))));
        DataLayout.Write(
            bytes, 4, _needsNames ? Address(new Symbol.Text(DisplayName(type, qualified: false))) : 0);
        DataLayout.Write(
            bytes, 8, _needsNamespaces && NamespaceOf(type) is { } space ? Address(new Symbol.Text(space)) : 0);
        DataLayout.Write(bytes, 12, classAddress(type));
        DataLayout.Write(bytes, 16, (int)Kind(type));
        DataLayout.Write(bytes, 20, TypeAddress(_program.System.Hierarchy.BaseOf(type)));
        DataLayout.Write(bytes, 24, TypeAddress(ElementOf(type)));
        DataLayout.Write(bytes, 28, (int)Importing.TypeQueries.TypeCodeOf(_program.System.Underlying(type)));
        if (_needsEnums && type.IsEnum)
        {
            var (names, values, count) = WriteMembers(type);
            DataLayout.Write(bytes, 32, names);
            DataLayout.Write(bytes, 36, values);
            DataLayout.Write(bytes, 16, (int)Kind(type) | (count << 16));
        }

        if (_needsInterfaces)
        {
            DataLayout.Write(bytes, 40, WriteInterfaces(type));
        }

        return _data.Add(bytes, sizeof(int), DataKind.TypeDescriptions);
    }

    private IlType? ElementOf(IlType type) => type.IsEnum ? _program.System.Underlying(type)
        : type.IsNullable ? type.Arguments[0]
        : type.ElementType;

    private int WriteInterfaces(IlType type)
    {
        var addresses = _program.System.Hierarchy.Interfaces(type).Select(TypeAddress).Where(a => a != 0).ToArray();
        var list = new byte[(addresses.Length + 1) * sizeof(int)];
        for (var i = 0; i < addresses.Length; i++)
        {
            DataLayout.Write(list, i * sizeof(int), addresses[i]);
        }

        return _data.Add(list, sizeof(int), DataKind.TypeDescriptions);
    }

    private int Address(Symbol symbol) => _data.AddressOf(symbol);

    private int TypeAddress(IlType? type) =>
        type is not null && _data.TryAddress(new Symbol.TypeObject(type), out var address) ? address : 0;

    private void AddTexts(IlType type)
    {
        _live.AddSymbol(new Symbol.Text(DisplayName(type, qualified: true)));
        if (_needsNames)
        {
            _live.AddSymbol(new Symbol.Text(DisplayName(type, qualified: false)));
        }

        if (_needsNamespaces && NamespaceOf(type) is { } space)
        {
            _live.AddSymbol(new Symbol.Text(space));
        }

        if (type.IsEnum || type.IsNullable || (_needsElements && type.IsArray))
        {
            _live.AddSymbol(new Symbol.TypeObject(ElementOf(type)!));
        }

        if (_needsBases && _program.System.Hierarchy.BaseOf(type) is { } parent)
        {
            _live.AddSymbol(new Symbol.TypeObject(parent));
        }

        if (_needsEnums && type.IsEnum)
        {
            foreach (var (name, _) in Members(type))
            {
                _live.AddSymbol(new Symbol.Text(name));
            }
        }
    }

    /// <summary>Members in the order of their unsigned values, as the base library sorts them.</summary>
    private static IEnumerable<(string Name, ulong Value)> Members(IlType type) => type.Definition!.Fields
        .Where(f => f.IsLiteral).Select(f => (f.Name, ValueOf(f))).OrderBy(m => m.Item2);

    private static ulong ValueOf(FieldDef field)
    {
        var metadata = field.Owner.Module.Metadata;
        var constant = metadata.GetConstant(metadata.GetFieldDefinition(field.Handle).GetDefaultValue());
        var reader = metadata.GetBlobReader(constant.Value);
        return constant.TypeCode switch
        {
            ConstantTypeCode.SByte => (ulong)reader.ReadSByte(),
            ConstantTypeCode.Byte or ConstantTypeCode.Boolean => reader.ReadByte(),
            ConstantTypeCode.Int16 => (ulong)reader.ReadInt16(),
            ConstantTypeCode.UInt16 or ConstantTypeCode.Char => reader.ReadUInt16(),
            ConstantTypeCode.Int32 => (ulong)reader.ReadInt32(),
            ConstantTypeCode.UInt32 => reader.ReadUInt32(),
            ConstantTypeCode.Int64 => (ulong)reader.ReadInt64(),
            _ => reader.ReadUInt64(),
        };
    }

    private (int Names, int Values, int Count) WriteMembers(IlType type)
    {
        var members = Members(type).ToArray();
        var names = new byte[Math.Max(1, members.Length) * sizeof(int)];
        var values = new byte[Math.Max(1, members.Length) * sizeof(long)];
        for (var i = 0; i < members.Length; i++)
        {
            DataLayout.Write(names, i * sizeof(int), Address(new Symbol.Text(members[i].Name)));
            BitConverter.TryWriteBytes(values.AsSpan(i * sizeof(long)), members[i].Value);
        }

        return (
            _data.Add(names, sizeof(int), DataKind.TypeDescriptions),
            _data.Add(values, sizeof(long), DataKind.TypeDescriptions),
            members.Length);
    }

    private static TypeFlags Kind(IlType type)
    {
        var flags = TypeFlags.None;
        flags |= type.IsValueType ? TypeFlags.ValueType : 0;
        flags |= type.IsEnum ? TypeFlags.Enum : 0;
        flags |= type.IsInterface ? TypeFlags.Interface : 0;
        flags |= type.IsArray ? TypeFlags.Array : 0;
        flags |= type.Arguments.Length > 0 ? TypeFlags.Generic : 0;
        flags |= type.Primitive is not (Primitive.None or Primitive.Void) ? TypeFlags.Primitive : 0;
        flags |= type.IsNamed && type.Definition!.IsAbstract ? TypeFlags.Abstract : 0;
        flags |= type.IsArray || (type.IsNamed && type.Definition!.IsSealed) ? TypeFlags.Sealed : 0;
        flags |= type.IsNullable ? TypeFlags.Nullable : 0;
        flags |= type.IsEnum && HasFlags(type) ? TypeFlags.FlagsEnum : 0;
        return flags;
    }

    private static bool HasFlags(IlType type) => type.Definition!.Metadata.GetCustomAttributes()
        .Any(h => CustomAttributes.NameOf(type.Definition.Module, h) == "FlagsAttribute");

    private static string? NamespaceOf(IlType type)
    {
        while (type is { Definition: null, ElementType: { } element })
        {
            type = element;
        }

        var definition = type.Definition;
        while (definition?.Declaring is { } declaring)
        {
            definition = declaring;
        }

        return string.IsNullOrEmpty(definition?.Namespace) ? null : definition.Namespace;
    }

    private static string DisplayName(IlType type, bool qualified)
    {
        if (type.IsNamed)
        {
            var name = qualified ? type.Definition!.FullName : type.Definition!.Name;
            return type.Arguments.Length == 0 || !qualified ? name
                : $"{name}[{string.Join(',', type.Arguments.Select(a => DisplayName(a, qualified: true)))}]";
        }

        var element = type.ElementType is null ? "" : DisplayName(type.ElementType, qualified);
        return type.Kind switch
        {
            TypeKind.Array => element + "[]",
            TypeKind.MultiArray => $"{element}[{new string(',', type.Ordinal - 1)}]",
            TypeKind.Pointer => element + "*",
            TypeKind.ByRef => element + "&",
            _ => type.ToString(),
        };
    }
}
