using System.Reflection;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Layouts;

/// <summary>Computes sizes and offsets for 32-bit pointers, with the alignment rules of .NET on wasm32.</summary>
internal sealed class LayoutBuilder
{
    /// <summary>Value types with more scalars than this are always handled by address.</summary>
    private const int MaxLeaves = 16;

    private readonly TypeSystem _system;
    private readonly Dictionary<IlType, TypeLayout> _layouts = [];
    private readonly Dictionary<IlField, int> _offsets = [];
    private readonly Dictionary<IlType, bool> _containsReferences = [];

    public LayoutBuilder(TypeSystem system) => _system = system;

    /// <summary>How a value of the type is held in a register; null when it is a structure.</summary>
    public MemoryKind? ScalarKind(IlType type)
    {
        if (type.Kind != TypeKind.Named || !type.IsValueType)
        {
            return MemoryKind.I32;
        }

        return _system.Underlying(type).Primitive switch
        {
            Primitive.None => null,
            Primitive.Void => null,
            Primitive.SByte => MemoryKind.I8,
            Primitive.Boolean or Primitive.Byte => MemoryKind.U8,
            Primitive.Int16 => MemoryKind.I16,
            Primitive.Char or Primitive.UInt16 => MemoryKind.U16,
            Primitive.Int64 or Primitive.UInt64 => MemoryKind.I64,
            Primitive.Single => MemoryKind.F32,
            Primitive.Double => MemoryKind.F64,
            _ => MemoryKind.I32,
        };
    }

    public bool IsStructure(IlType type) => !type.IsVoid && ScalarKind(type) is null;

    /// <summary>Bytes that a variable of the type takes.</summary>
    public int SizeOf(IlType type) => ScalarKind(type)?.Size() ?? LayoutOf(type).Size;

    public int AlignmentOf(IlType type) => ScalarKind(type)?.Size() ?? LayoutOf(type).Alignment;

    /// <summary>Bytes of an instance on the heap, header included.</summary>
    public int InstanceSize(IlType type) => type.IsValueType
        ? ObjectShape.BoxDataOffset + SizeOf(type)
        : LayoutOf(type).Size;

    public int OffsetOf(IlField field)
    {
        LayoutOf(field.Owner);
        return _offsets[field];
    }

    public IEnumerable<IlField> InstanceFields(IlType type) =>
        type.Definition!.Fields.Where(f => !f.IsStatic).Select(f => _system.Field(f, type));

    public TypeLayout LayoutOf(IlType type)
    {
        if (!_layouts.TryGetValue(type, out var layout))
        {
            layout = Build(type);
            _layouts[type] = layout;
        }

        return layout;
    }

    public bool ContainsReferences(IlType type)
    {
        if (type.IsReference || type.Kind == TypeKind.ByRef)
        {
            return true;
        }

        if (type.Kind != TypeKind.Named || ScalarKind(type) is not null)
        {
            return false;
        }

        if (!_containsReferences.TryGetValue(type, out var result))
        {
            result = InstanceFields(type).Any(f => ContainsReferences(f.Type));
            _containsReferences[type] = result;
        }

        return result;
    }

    /// <summary>Offsets of all references inside a value of the type, relative to its start.</summary>
    public void ReferenceOffsets(IlType type, int start, List<int> result)
    {
        if (type.IsReference)
        {
            result.Add(start);
            return;
        }

        if (!ContainsReferences(type) || type.Kind != TypeKind.Named)
        {
            return;
        }

        var repeat = Math.Max(1, type.Definition!.InlineArrayLength);
        foreach (var field in InstanceFields(type))
        {
            for (var i = 0; i < repeat; i++)
            {
                ReferenceOffsets(field.Type, start + OffsetOf(field) + (i * SizeOf(field.Type)), result);
            }
        }
    }

    /// <summary>Where an object of the class holds references; for arrays relative to an element.</summary>
    public List<int> ObjectReferences(IlType type)
    {
        var offsets = new List<int>();
        if (type.IsArray)
        {
            ReferenceOffsets(type.ElementType!, 0, offsets);
        }
        else if (type.IsValueType)
        {
            ReferenceOffsets(type, ObjectShape.BoxDataOffset, offsets);
        }
        else
        {
            for (var current = type; current is not null; current = _system.Hierarchy.BaseOf(current))
            {
                foreach (var field in InstanceFields(current))
                {
                    ReferenceOffsets(field.Type, OffsetOf(field), offsets);
                }
            }
        }

        return offsets;
    }

    private TypeLayout Build(IlType type)
    {
        if (type.Kind != TypeKind.Named)
        {
            return new TypeLayout { Size = ObjectShape.ArrayDataOffset, Alignment = 4 };
        }

        var start = 0;
        var alignment = 1;
        if (!type.IsValueType)
        {
            start = ObjectShape.HeaderSize;
            if (_system.Hierarchy.BaseOf(type) is { } parent)
            {
                var inherited = LayoutOf(parent);
                start = inherited.Size;
                alignment = inherited.Alignment;
            }
        }

        return Place(type, start, alignment);
    }

    private TypeLayout Place(IlType type, int start, int alignment)
    {
        var definition = type.Definition!;
        var declared = definition.Metadata.GetLayout();
        var isExplicit = (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout;
        var end = start;
        foreach (var field in InstanceFields(type))
        {
            var size = SizeOf(field.Type);
            var fieldAlignment = AlignmentOf(field.Type);
            if (declared.PackingSize > 0)
            {
                fieldAlignment = Math.Min(fieldAlignment, declared.PackingSize);
            }

            var offset = isExplicit
                ? start + definition.Module.Metadata.GetFieldDefinition(field.Definition.Handle).GetOffset()
                : RoundUp(end, fieldAlignment);
            _offsets[field] = offset;
            end = Math.Max(end, offset + (size * Math.Max(1, definition.InlineArrayLength)));
            alignment = Math.Max(alignment, fieldAlignment);
        }

        var natural = end;
        if (declared.Size > 0 && type.IsValueType)
        {
            end = Math.Max(end, declared.Size);
        }

        if (type.IsValueType)
        {
            end = Math.Max(1, RoundUp(end, alignment));
        }

        var regular = !isExplicit && definition.InlineArrayLength == 0 && RoundUp(natural, alignment) >= end - 1;
        return new TypeLayout
        {
            Size = end,
            Alignment = alignment,
            Leaves = type.IsValueType && regular && (natural > 0 || end == 1) ? LeavesOf(type) : null,
        };
    }

    private Leaf[]? LeavesOf(IlType type)
    {
        var leaves = new List<Leaf>();
        foreach (var field in InstanceFields(type))
        {
            var offset = _offsets[field];
            if (ScalarKind(field.Type) is { } kind)
            {
                leaves.Add(new Leaf(offset, kind, field.Type));
            }
            else if (LayoutOf(field.Type).Leaves is { } nested)
            {
                leaves.AddRange(nested.Select(l => l with { Offset = l.Offset + offset }));
            }
            else
            {
                return null;
            }
        }

        return leaves.Count <= MaxLeaves ? [.. leaves] : null;
    }

    private static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
