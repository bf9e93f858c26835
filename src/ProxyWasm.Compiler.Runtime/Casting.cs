namespace ProxyWasm.Compiler.Runtime;

/// <summary>Casts to classes that have descendants, and to interfaces.</summary>
internal static unsafe class Casting
{
    /// <summary>The object if its class is the target or inherits from it, otherwise zero.</summary>
    public static nint IsInstanceOfClass(nint instance, nint target)
    {
        if (instance == 0)
        {
            return 0;
        }

        for (var record = *(ClassRecord**)instance; record != null; record = record->Parent)
        {
            if ((nint)record == target)
            {
                return instance;
            }
        }

        return 0;
    }

    /// <summary>The object if its class lists the target, otherwise zero.</summary>
    public static nint IsInstanceByList(nint instance, nint target) =>
        instance != 0 && Lists(*(ClassRecord**)instance, target) ? instance : 0;

    /// <summary>Whether an object may be stored where the class is expected; any kind of class.</summary>
    public static bool Fits(ClassRecord* record, ClassRecord* target)
    {
        for (var current = record; current != null; current = current->Parent)
        {
            if (current == target)
            {
                return true;
            }
        }

        return Lists(record, (nint)target);
    }

    private static bool Lists(ClassRecord* record, nint target)
    {
        for (var entry = record->CastList; *entry != 0; entry++)
        {
            if (*entry == target)
            {
                return true;
            }
        }

        return false;
    }
}
