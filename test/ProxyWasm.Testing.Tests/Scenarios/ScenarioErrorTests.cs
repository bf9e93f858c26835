using ProxyWasm.Testing.Scenarios;
using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Tests.Scenarios;

/// <summary>Files of scenarios with mistakes: the message has the place and what may stand there.</summary>
public sealed class ScenarioErrorTests
{
    [Theory]
    [InlineData("scenario: []", "PW4003", "1:1: expected a field of a file of scenarios, found \"scenario\"")]
    [InlineData("scenarios: [{steps: []}]", "PW4004", "1:13: a scenario has no name")]
    [InlineData("scenarios: [{name: a}, {name: a}]", "PW4004", "1:24: two scenarios have the name \"a\"")]
    [InlineData("scenarios:\n- name: a\n  steps:\n  - requst_headers: {}", "PW4003", "4:5: expected a field of a step")]
    [InlineData("scenarios:\n- name: a\n  steps: [{connect: , advance: 1s}]", "PW4004", "are two events")]
    [InlineData("scenarios:\n- name: a\n  steps: [{advance: soon}]", "PW4004", "3:21: expected a time of at most a year")]
    [InlineData("scenarios:\n- name: a\n  steps: [{advance: 99999999h}]", "PW4004", "expected a time of at most a year")]
    [InlineData("scenarios:\n- name: a\n  steps: [{request_headers: 5}]", "PW4004", "expected headers, found a value")]
    [InlineData("scenarios:\n- name: a\n  steps: [{request_body: {base64: '?'}}]", "PW4004", "expected base64 for a body")]
    [InlineData("scenarios:\n- name: a\n  steps: [{close: nobody}]", "PW4004", "expected remote or local")]
    [InlineData("scenarios:\n- name: a\n  steps: [{expect: {action: stop}}]", "PW4004", "expected an action, found \"stop\"")]
    [InlineData("scenarios:\n- name: a\n  steps: [{expect: {body: {regex: '('}}}]", "PW4005", "the pattern \"(\"")]
    [InlineData("scenarios:\n- name: a\n  steps: [{expect: {body: {}}}]", "PW4004", "expected exact, contains or regex")]
    [InlineData("scenarios:\n- name: a\n  upstreams: {c: [{fail: badly}]}", "PW4004", "expected a failure for \"fail\"")]
    [InlineData("scenarios:\n- name: a\n  upstreams: {c: {reply: {}, fail: overflow}}", "PW4004", "exclude each other")]
    [InlineData("scenarios:\n- name: a\n  upstreams: {c: {grpc: {open: true, status: 2}}}", "PW4004", "has no status yet")]
    [InlineData("scenarios:\n- name: a\n  steps: [{reload: {config: x}}]", "PW4003", "expected a field of a reload")]
    [InlineData("scenarios:\n- name: a\n  time: later", "PW4004", "3:9: expected a time, found \"later\"")]
    [InlineData("scenarios:\n- name: a\n  configuration_file: none.json", "PW4001", "cannot read")]
    [InlineData("scenarios:\n- {name: a, start_failure: x, steps: [{connect: }]}", "PW4004", "exclude each other")]
    [InlineData("scenarios: [", "PW4002", "the text is not YAML")]
    public void A_mistake_is_told_with_its_place(string text, string id, string message)
    {
        using var file = new TemporarySuite(text);

        var error = Assert.Throws<SuiteException>(() => ScenarioFile.Read(file.Path));

        Assert.Equal(id, error.Id);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(file.Path, error.Place.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.Advice);
    }
}
