using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>
/// The default comparers, which the base library finds by reflection: each becomes an object without state in the
/// module's data, of a class that is known at every use.
/// </summary>
internal static class ComparerIntrinsics
{
    private const string Collections = "System.Collections.Generic";

    public static void Register(IntrinsicTable table)
    {
        table.Add(Collections + ".EqualityComparer`1::get_Default", c => Default(c, "Equality", "IEquatable`1"));
        table.Add(Collections + ".Comparer`1::get_Default", c => Default(c, "", "IComparable`1"));
        table.Add(Collections + ".ArraySortHelper`1::CreateArraySortHelper", SortHelper);
        table.Add(Collections + ".ArraySortHelper`2::CreateArraySortHelper", SortHelper);
    }

    private static bool Default(IntrinsicCall call, string family, string interfaceName)
    {
        var type = call.Method.Owner.Arguments[0];
        var (kind, argument) = type.IsNullable ? ("Nullable", type.Arguments[0])
            : type.IsEnum ? ("Enum", type)
            : Implements(call.System, type, interfaceName) ? ("Generic", type)
            : ("Object", type);
        var definition = call.System.Names.Find(call.System.Core, Collections, $"{kind}{family}Comparer`1");
        if (definition is null || (kind == "Nullable" && !Implements(call.System, argument, interfaceName)
            && family.Length == 0))
        {
            definition = call.System.CoreType(Collections, $"Object{family}Comparer`1");
            argument = type;
        }

        var comparer = call.System.Instantiate(definition, [argument]);
        return call.Return(new StackValue
        {
            Operand = Operand.Of(new Symbol.Singleton(comparer)), Type = comparer, IsNonNull = true, IsExact = true,
        });
    }

    private static bool Implements(TypeSystem system, IlType type, string interfaceName)
    {
        var wanted = system.Instantiate(system.CoreType("System", interfaceName), [type]);
        return system.Hierarchy.IsCastable(type, wanted);
    }

    private static bool SortHelper(IntrinsicCall call)
    {
        var arguments = call.Method.Owner.Arguments;
        var prefix = Implements(call.System, arguments[0], "IComparable`1") ? "Generic" : "";
        var definition = call.System.CoreType(Collections, $"{prefix}ArraySortHelper`{arguments.Length}");
        var type = call.System.Instantiate(definition, arguments);
        return call.Return(new StackValue
        {
            Operand = Operand.Of(new Symbol.Singleton(type)), Type = type, IsNonNull = true, IsExact = true,
        });
    }
}
