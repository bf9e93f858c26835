using System.Buffers.Binary;
using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Host.Tests.Isolation;

/// <summary>
/// Random lists of host calls for <see cref="DrivenModule"/>. One call is the number of the function in the catalogue,
/// the answer of a callback that ends here, and the arguments.
/// </summary>
internal static class CallProgram
{
    public const int MaxArguments = 12;
    public const int ActionOffset = 4;
    public const int ArgumentsOffset = 8;
    public const int CallBytes = ArgumentsOffset + (MaxArguments * sizeof(long));

    // Without it a virtual machine would hardly live long enough to collect anything.
    private const int CallsPerAbort = 4000;

    private static readonly int Abort =
        AbiCatalog.HostFunctions.IndexOf(AbiCatalog.HostFunctions.Single(function => function.Name == "abort"));

    public static byte[] Create(Random random, int calls, bool mayAbort)
    {
        var program = new byte[calls * CallBytes];
        for (var i = 0; i < calls; i++)
        {
            var call = program.AsSpan(i * CallBytes, CallBytes);
            var number = ChooseFunction(random, mayAbort);
            BinaryPrimitives.WriteInt32LittleEndian(call, number);
            BinaryPrimitives.WriteInt32LittleEndian(call[ActionOffset..], ChooseAction(random));
            var arguments = Arguments(random, AbiCatalog.HostFunctions[number].Signature);
            for (var j = 0; j < arguments.Length; j++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(call[(ArgumentsOffset + (j * sizeof(long)))..], arguments[j]);
            }
        }

        return program;
    }

    private static int ChooseFunction(Random random, bool mayAbort)
    {
        if (mayAbort && random.Next(CallsPerAbort) == 0)
        {
            return Abort;
        }

        int number;
        do
        {
            number = random.Next(AbiCatalog.HostFunctions.Length);
        }
        while (number == Abort);

        return number;
    }

    private static int ChooseAction(Random random) => random.Next(20) switch
    {
        < 16 => 0,
        16 or 17 => 1,
        18 => random.Next(2, 5),
        _ => Number(random),
    };

    private static long[] Arguments(Random random, WasmSignature signature)
    {
        var parameters = signature.Parameters;
        var values = new long[parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = parameters[i];
            var isSized = i + 1 < values.Length && parameters[i + 1].Name == $"{parameter.Name}_size";
            if (parameter.Kind == WasmValueKind.I64)
            {
                values[i] = Wide(random);
            }
            else if (parameter.IsResultAddress)
            {
                values[i] = Slot(random);
            }
            else if (isSized || parameter.Name == "iovs")
            {
                (values[i], var size) = random.Next(4) == 0
                    ? (Number(random), Number(random))
                    : GuestTexts.Choose(random, parameter.Name);
                if (isSized)
                {
                    values[++i] = size;
                }
            }
            else
            {
                values[i] = Number(random);
            }
        }

        return values;
    }

    private static int Slot(Random random) =>
        random.Next(4) == 0 ? Number(random) : 0x80 + (4 * random.Next(32)) + (random.Next(8) == 0 ? 1 : 0);

    // Small numbers are enumerations and handles, larger ones are tokens of calls, the rest is near or past the end.
    private static int Number(Random random) => random.Next(10) switch
    {
        < 4 => random.Next(10),
        4 or 5 => random.Next(2000),
        6 or 7 => Boundary(random),
        8 => random.Next(DrivenModule.MemoryBytes),
        _ => unchecked((int)random.NextInt64()),
    };

    private static int Boundary(Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => -random.Next(1, 9),
        2 => int.MinValue + random.Next(4),
        3 => int.MaxValue - random.Next(4),
        // Ends of memory, which grows page by page.
        _ => DrivenModule.MemoryBytes + (0x10000 * random.Next(4)) + random.Next(-8, 9),
    };

    private static long Wide(Random random) => random.Next(6) switch
    {
        0 => random.Next(10),
        1 => -random.Next(1, 9),
        2 => long.MinValue,
        3 => long.MaxValue,
        4 => Number(random),
        _ => random.NextInt64(),
    };
}
