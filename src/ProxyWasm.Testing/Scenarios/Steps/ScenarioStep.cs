using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Scenarios.Steps;

/// <summary>Something that happens, and what is expected afterwards.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="DoAsync">Lets it happen; an <see cref="InvalidOperationException"/> says why it cannot.</param>
/// <param name="Expectations">Each gives what is wrong.</param>
internal sealed record ScenarioStep(
    SuitePlace Place,
    Func<ScenarioRun, Task> DoAsync,
    IReadOnlyList<Func<ScenarioRun, IEnumerable<string>>> Expectations);
