using Differential.Compiling;
using Differential.Engines;

namespace Differential;

/// <summary>The optimised programs without static constructors at build time.</summary>
public sealed class UnpreparedProgramTests(EngineFixture engines)
    : ProgramTests(engines, Mode.WithoutSnapshot, times: 1);
