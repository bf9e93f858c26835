using Differential.Compiling;
using Differential.Engines;

namespace Differential;

/// <summary>The programs without the optimiser and without static constructors at build time.</summary>
public sealed class UnoptimisedProgramTests(EngineFixture engines) : ProgramTests(engines, Mode.Unoptimised, times: 1);
