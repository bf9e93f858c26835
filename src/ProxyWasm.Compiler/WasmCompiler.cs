using System.Diagnostics;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Diagnostics;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Linking;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Lowering;
using ProxyWasm.Compiler.Optimising;
using ProxyWasm.Compiler.Snapshots;
using ProxyWasm.Compiler.Structuring;

namespace ProxyWasm.Compiler;

/// <summary>Compiles an assembly with everything it uses of the base library into one WebAssembly module.</summary>
/// <remarks>An instance compiles once; instances on different threads do not affect each other.</remarks>
public sealed class WasmCompiler
{
    /// <summary>
    /// Name of the export that gives the address of the message after an exception left an exported method: a string
    /// object, whose length is at offset 4 and whose UTF-16 code units begin at offset 8; zero if there is none.
    /// </summary>
    public const string FailureExport = "__failure";

    /// <summary>
    /// Deeply nested code is walked recursively; the default stack of a thread is too small for the largest.
    /// </summary>
    private const int ThreadStackBytes = 256 * 1024 * 1024;

    private readonly CompilerOptions _options;

    /// <summary>Prepares a compilation.</summary>
    /// <param name="options">What to compile and how.</param>
    public WasmCompiler(CompilerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Compiles.</summary>
    /// <returns>The module, or the errors that prevent it.</returns>
    /// <exception cref="CompilationException">An input is missing or malformed.</exception>
    public CompilationResult Compile()
    {
        CompilationResult? result = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = CompileCore();
                }
                catch (Exception exception) when (!Debugger.IsAttached)
                {
                    failure = exception;
                }
            },
            ThreadStackBytes);
        thread.Start();
        thread.Join();
        if (failure is CompilationException known)
        {
            throw new CompilationException(known.Message, known);
        }

        return result ?? throw new CompilationException($"The compiler failed: {failure?.Message}", failure!);
    }

    private CompilationResult CompileCore()
    {
        var assemblies = new AssemblySet(
            [_options.Assembly, .. _options.References], _options.FrameworkDirectories, _options.RuntimeLibrary);
        var program = new ProgramModel(assemblies);
        var module = assemblies.Require(Path.GetFileNameWithoutExtension(_options.Assembly));
        var exports = new ExportFinder(program, _options).Find(module);
        exports.Add((FailureExport, program.RuntimeMethod("Boundary", "FailureAddress")));
        var unpacking = program.RuntimeMethod("Texts", "Unpack");
        IlMethod[] additional = _options.AllMethodsOf is { } name
            ? [.. AllMethods.Of(program, assemblies.Require(name))] : [];
        program.Bodies.GoesOn = _options.AllMethodsOf is not null;
        IlMethod[] roots =
        [
            .. exports.Select(e => e.Method), unpacking, .. TraceRoots(program), .. additional,
        ];
        var reachability = Reachability.From(program, roots);
        var diagnostics = new UnsupportedReport(program, reachability).Create();
        if (!_options.AllowUnsupported && diagnostics.Any(d => d.IsError))
        {
            return new CompilationResult(null, diagnostics);
        }

        if (_options.Snapshot)
        {
            SnapshotBuilder.Run(program, reachability.Bodies());
            reachability = Reachability.From(program, roots);
        }

        if (_options.WithNames)
        {
            Array.ForEach(reachability.Bodies(), body => FrameTraces.AddToAsync(program, body));
        }

        var dispatch = new DispatchTable(program, reachability.Constructed);
        var bodies = reachability.Bodies();
        if (_options.Optimise)
        {
            var narrowing = new Narrowing(program, roots, reachability.Constructed);
            bodies = narrowing.Run(bodies);
            dispatch = narrowing.Dispatch;
        }

        Transform(program, dispatch, bodies, roots);
        var live = new LiveProgram(program, dispatch, exports.Select(e => e.Method));
        Array.ForEach(additional, live.AddRoot);
        if (PackedTexts.IsWorthwhile(live.Symbols))
        {
            live.AddRoot(unpacking);
        }

        if (_options.Optimise)
        {
            live.Merge();
        }

        var linker = new ModuleLinker(program, dispatch, live, new LinkOptions(
            _options.StackBytes, _options.MemoryLimitBytes, _options.WithNames, _options.CollectAlways));
        var bytes = CustomSections.Append(linker.Link(exports), module);
        return new CompilationResult(bytes, diagnostics)
        {
            Sizes = new SizeReport(live, linker, program.Snapshot, bytes.Length),
            Failures = [.. program.Bodies.Failed.Select(f => $"{f.Key}: {f.Value}").Order(StringComparer.Ordinal)],
        };
    }

    private IlMethod[] TraceRoots(ProgramModel program) =>
        _options.WithNames ? [FrameTraces.Recorder(program)] : [];

    private void Transform(ProgramModel program, DispatchTable dispatch, Body[] bodies, IlMethod[] roots)
    {
        foreach (var body in bodies)
        {
            BodyLowering.Lower(program, dispatch, body);
        }

        if (_options.Optimise)
        {
            DeadParameters.Remove(program, dispatch, bodies, roots);
        }

        ExceptionFlow.FindNoThrow(program, bodies);
        foreach (var body in bodies)
        {
            if (_options.WithNames)
            {
                FrameTraces.Add(program, body);
            }

            ExceptionFlow.AddFaultBlocks(program, body);
            Reducer.Run(program, body);
        }
    }
}
