using System.CommandLine;

namespace ProxyWasm.Compiler.CommandLine;

/// <summary>The command that the build runs.</summary>
internal static class CompileCommand
{
    public static RootCommand Create()
    {
        var assembly = new Argument<FileInfo>("assembly") { Description = "The assembly to compile." };
        var output = new Option<FileInfo>("--output", "-o") { Description = "The module to write.", Required = true };
        var framework = new Option<DirectoryInfo[]>("--framework")
        {
            Description = "A directory of the base library instead of the one beside the compiler; may be repeated.",
        };
        var reference = new Option<FileInfo[]>("--reference", "-r")
        {
            Description = "An assembly that the compiled one refers to; may be repeated.",
        };
        var names = new Option<bool>("--names")
        {
            Description = "Write function names, for debuggers and for the stack traces of exceptions.",
        };
        var allow = new Option<bool>("--allow-unsupported")
        {
            Description = "Let members that cannot run raise NotSupportedException instead of failing the build.",
        };
        var export = new Option<string[]>("--export")
        {
            Description = "A static method to export as Namespace.Type::Method; may be repeated.",
        };
        var all = new Option<string>("--all-methods")
        {
            Description = "Compile also every method of an assembly that is not generic, to test the compiler.",
        };
        var collect = new Option<bool>("--collect-always")
        {
            Description = "Collect garbage after every exported call.",
        };
        var notes = new Option<bool>("--notes")
        {
            Description = "List also what only the base library may call in vain.",
        };
        var plain = new Option<bool>("--no-optimise") { Description = "Leave out the optimiser." };
        var lazy = new Option<bool>("--no-snapshot")
        {
            Description = "Run all static constructors in the module instead of at build time where they can.",
        };
        var sizes = new Option<FileInfo>("--size-report")
        {
            Description = "Write to a file what the bytes of the module are.",
        };
        var why = new Option<string[]>("--why")
        {
            Description = "Tell because of what the functions with this in their name are in the module.",
        };
        var command = new RootCommand("Compiles a .NET assembly to a WebAssembly module.")
        {
            assembly, output, framework, reference, names, allow, export, all, collect, plain, lazy, notes, sizes, why,
        };
        command.SetAction(result => Run(
            WithFramework(result.GetValue(framework) ?? [], new CompilerOptions
            {
                Assembly = result.GetRequiredValue(assembly).FullName,
                References = [.. (result.GetValue(reference) ?? []).Select(f => f.FullName)],
                WithNames = result.GetValue(names),
                AllowUnsupported = result.GetValue(allow),
                Exports = result.GetValue(export) ?? [],
                AllMethodsOf = result.GetValue(all),
                CollectAlways = result.GetValue(collect),
                Optimise = !result.GetValue(plain),
                Snapshot = !result.GetValue(lazy),
            }),
            result.GetRequiredValue(output),
            result.GetValue(notes),
            result.GetValue(sizes),
            result.GetValue(why) ?? []));
        return command;
    }

    private static CompilerOptions WithFramework(DirectoryInfo[] directories, CompilerOptions options) =>
        directories.Length == 0
            ? options
            : options with { FrameworkDirectories = [.. directories.Select(directory => directory.FullName)] };

    private static int Run(
        CompilerOptions options, FileInfo output, bool withNotes, FileInfo? sizes, string[] why)
    {
        try
        {
            var result = new WasmCompiler(options).Compile();
            foreach (var diagnostic in result.Diagnostics.Where(d => d.IsError || withNotes))
            {
                Console.Error.WriteLine(diagnostic);
            }

            foreach (var failure in result.Failures)
            {
                Console.Error.WriteLine($"warning PWC0003: the compiler fails on {failure}");
            }

            if (result.Module is not { } module)
            {
                return 1;
            }

            File.WriteAllBytes(output.FullName, module);
            if (sizes is not null)
            {
                File.WriteAllText(sizes.FullName, result.Sizes!.Write());
            }

            foreach (var member in why)
            {
                Console.Out.Write(result.Sizes!.Why(member));
            }

            return 0;
        }
        catch (CompilationException exception)
        {
            Console.Error.WriteLine($"error PWC0000: {exception.Message}");
            return 1;
        }
    }
}
