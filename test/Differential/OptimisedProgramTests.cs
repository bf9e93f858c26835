using Differential.Compiling;
using Differential.Engines;

namespace Differential;

/// <summary>
/// The programs as everybody compiles them, called three times with a collection of the heap after each call: the first
/// call finds the module as it was loaded, the others find what the collector has left.
/// </summary>
public sealed class OptimisedProgramTests(EngineFixture engines)
    : ProgramTests(engines, Mode.Optimised, times: 3);
