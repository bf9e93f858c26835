using ProxyWasm.Compiler.Importing;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Layouts;

/// <summary>What a class record says about the size and kind of instances.</summary>
internal static class ClassShape
{
    /// <summary>Bytes of an instance, or of everything but the elements; and bytes of an element.</summary>
    public static (int Base, int Element) SizesOf(TypeSystem system, LayoutBuilder layouts, IlType type)
    {
        if (type.IsArray)
        {
            var data = type.Kind == TypeKind.Array ? ObjectShape.ArrayDataOffset
                : MethodImporter.MultiArrayDataOffset(type.Ordinal);
            return (data, layouts.SizeOf(type.ElementType!));
        }

        if (type == system.String)
        {
            // Strings end with a zero character that their length does not count.
            return (ObjectShape.ArrayDataOffset + sizeof(char), sizeof(char));
        }

        return type.IsNamed && !type.IsInterface && !type.IsOpen ? (layouts.InstanceSize(type), 0) : (0, 0);
    }

    /// <summary>The number of the primitive type, and the rank of an array.</summary>
    public static int FlagsOf(TypeSystem system, IlType type) =>
        (int)system.Underlying(type).Primitive | (type.IsArray ? type.Ordinal << 8 : 0);
}
