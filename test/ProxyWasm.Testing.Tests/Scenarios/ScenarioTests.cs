using ProxyWasm.Host.Tests.Scenarios;
using ProxyWasm.Testing.Reports;
using ProxyWasm.Testing.Scenarios;
using ProxyWasm.Testing.Tests.Hosts;

namespace ProxyWasm.Testing.Tests.Scenarios;

/// <summary>What steps do and what expectations find.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public async Task The_scenario_of_the_page_passes()
    {
        var page = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Documentation", "testing.md"), TestContext.Current.CancellationToken);
        var begin = page.LastIndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;

        await PassAsync(Modules.Calling(), page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)]);
    }

    [Fact]
    public Task Answers_come_from_rules_by_hand_or_not_at_all() => PassAsync(Modules.Calling(), """
        scenarios:
        - name: rules, the first that fits
          upstreams: { auth: [{ path: /other, fail: overflow }, { reply: { status: 201, body: "a" } }, { fail: overflow }] }
          steps:
          - request_headers: {}
            expect: { logs: [{ contains: "201" }], request: { headers: { x-uuid: a } } }
        - name: by hand
          upstreams: { auth: [] }
          steps:
          - request_headers: {}
            expect: { action: pause, request: { paused: true } }
          - answer: { cluster: auth, reply: { status: 202, body: { base64: YmM= }, headers: { a: [b, c] } } }
            expect: { request: { headers: { x-uuid: bc }, paused: false } }
        - name: two streams
          upstreams: { auth: [] }
          steps:
          - { stream: a, request_headers: { ":path": /a } }
          - { stream: b, request_headers: { ":path": /b } }
          - expect: { calls: { auth: [{ path: /uuid, headers: { ":authority": auth, no: null } }, { body: ping }] } }
          - answer: { cluster: auth, fail: remote_reset }
        - name: no such cluster
          steps:
          - request_headers: {}
            expect: { no_logs: [called 0], calls: { auth: [] } }
        """);

    [Fact]
    public Task Connections_take_bytes_in_both_directions() => PassAsync(
        Modules.Plugin(
            Wat.Callback("downstream_data", "(drop (call $set_buffer (i32.const 2) (i32.const 0) (i32.const 0) @\"> \"))")
            + Wat.Callback("upstream_data", """(call $say_body @"answer" (i32.const 3))""")
            + """
              (func (export "proxy_on_downstream_connection_close") (param i32 i32)
                (call $say_number @"closed by" (local.get 1)))
            """),
        """
        scenarios:
        - name: both
          steps:
          - connect:
            expect: { accepted: true, closed: false }
          - downstream: ping
            expect: { body: "> ping", to_upstream: "> ping", to_client: "" }
          - { upstream: pong, end_of_stream: true, expect: { logs: [answer 1 pong], to_client: { regex: p.ng } } }
          - { close: local, expect: { logs: [closed by 1] } }
        """.Replace("answer 1 pong", "{ contains: pong }", StringComparison.Ordinal));

    [Fact]
    public Task Bodies_trailers_ticks_queues_and_the_clock() => PassAsync(
        Modules.Plugin(
            Wat.Start("configure", """
                (drop (call $tick (i32.const 1000)))
                (drop (call $register @"jobs" (i32.const 0x20)))
                (drop (call $set_data @"key" @"value" (i32.const 0)))
                """)
            + Wat.Event("tick", """(call $say_number @"tick" (i32.const 1))""")
            + """
              (func (export "proxy_on_queue_ready") (param $root i32) (param $queue i32)
                (call $say_result @"job" (call $dequeue (local.get $queue) (i32.const 0x10) (i32.const 0x14))))
            """
            + Wat.Callback("request_body", """(call $say_number @"end" (local.get $end))""")),
        """
        scenarios:
        - name: all of it
          time: 2020-02-02T00:00:00Z
          steps:
          - { advance: 2.5s, expect: { logs: [tick 1], tick_period: 1s, running: true, shared_data: { key: value, no: null } } }
          - { enqueue: { queue: jobs, item: first }, expect: { logs: [job 0 first], queues: { jobs: [] } } }
          - { set_shared_data: { key: other }, expect: { shared_data: { key: { contains: the } } } }
          - { request_headers: { ":method": POST } , expect: { headers: { ":method": POST, ":path": / }, request: { ended: false } } }
          - { request_body: one, expect: { logs: [end 0], body: one } }
          - { request_body: two, expect: { logs: [end 0] } }
          - { request_trailers: { t: v }, expect: { request: { trailers: { t: v }, body: onetwo, ended: true } } }
          - { response_headers: {}, end_of_stream: false }
          - { response_body: x }
          - finish:
          - shutdown:
        """);

    [Fact]
    public Task A_plugin_starts_anew_while_streams_stay_with_the_old_one() => PassAsync(
        Modules.Plugin(
            """
            (func (export "proxy_on_configure") (param $root i32) (param $size i32) (result i32)
              (call $say_number @"configured" (local.get $size))
              (i32.ne (local.get $size) (i32.const 3)))
            """
            + Wat.Callback("request_headers", "")
            + Wat.Callback("response_headers", """(call $say_number @"response" (i32.const 1))""")),
        """
        scenarios:
        - name: all of it
          configuration: a
          steps:
          - { stream: old, request_headers: {} }
          - { reload: { configuration: bb }, expect: { logs: [configured 2], running: true } }
          - { stream: old, response_headers: {}, expect: { logs: [response 1] } }
          - { stream: new, request_headers: {}, expect: { action: continue } }
          - reload:
            expect: { logs: [configured 2] }
          - reload: { configuration: ccc, start_failure: { contains: rejects its configuration } }
          - { stream: new, response_headers: {}, expect: { logs: [response 1], running: true } }
        """);

    [Fact]
    public Task A_grpc_stream_goes_on_message_by_message() => PassAsync(
        Modules.Plugin(
            Wat.Callback(
                "request_headers",
                """
                (drop (call $grpc_stream @"rpc" @"pkg.Svc" @"Chat" (i32.const 0) (i32.const 0) (i32.const 0x20)))
                (drop (call $grpc_send (i32.load (i32.const 0x20)) @"hi" (i32.const 0)))
                """)
            + """
              (func (export "proxy_on_grpc_receive_initial_metadata") (param i32 i32 i32)
                (call $say_number @"metadata" (local.get 2)))
              (func (export "proxy_on_grpc_receive") (param i32 i32 i32)
                (call $say_body @"got" (i32.const 5))
                (drop (call $grpc_send (i32.load (i32.const 0x20)) @"bye" (i32.const 1))))
              (func (export "proxy_on_grpc_close") (param i32 i32 i32) (call $say_number @"closed" (local.get 2)))
            """),
        """
        scenarios:
        - name: chat
          upstreams: { rpc: [] }
          steps:
          - request_headers: {}
            expect: { calls: { rpc: [{ path: /pkg.Svc/Chat, messages: [hi], ended: false }] } }
          - answer: { cluster: rpc, grpc: { headers: { a: b }, open: true } }
            expect: { logs: [{ contains: metadata }], no_logs: [{ contains: got }] }
          - answer: { cluster: rpc, grpc: { messages: [one], open: true } }
            expect: { logs: [{ contains: one }], calls: { rpc: [{ messages: [hi, bye], ended: true }] } }
          - answer: { cluster: rpc, grpc: { messages: [two], status: 10, message: enough } }
            expect: { logs: [{ contains: two }, closed 10] }
        """);

    [Fact]
    public async Task A_reload_that_fails_is_told()
    {
        var plugin = Modules.Plugin(
            """(func (export "proxy_on_configure") (param i32 i32) (result i32) (local.get 1) (i32.eqz))""");
        var result = Assert.Single(await RunAsync(
            plugin, "scenarios:\n- name: a\n  steps:\n  - reload: { configuration: wrong }\n"));

        Assert.Contains("cases.yaml:4:5: the plugin does not start anew: ", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_plugin_may_be_expected_not_to_start() => PassAsync(
        Modules.Plugin("""(func (export "proxy_on_configure") (param i32 i32) (result i32) (local.get 1) (i32.eqz))"""),
        """
        configuration: { wrong: [1, true, null, "2", 1.5e3, text] }
        scenarios:
        - { name: refused, start_failure: { contains: rejects its configuration } }
        - { name: accepted, configuration: "" }
        """);

    [Theory]
    [InlineData("{ request_headers: {}, expect: { action: pause } }", "expected the action pause, found continue")]
    [InlineData("{ request_headers: {}, expect: { headers: { a: b } } }", "expected the header \"a\" to be \"b\", found none")]
    [InlineData("{ request_headers: { a: c }, expect: { headers: { a: null } } }", "to be absent, found \"c\"")]
    [InlineData("{ request_headers: {}, expect: { local_response: { status: 401 } } }", "expected a local response, found none")]
    [InlineData("{ request_headers: {}, expect: { logs: [x] } }", "expected a log to be \"x\", found: none")]
    [InlineData("{ expect: { metrics: { m: 1 } } }", "expected the metric \"m\", found: none")]
    [InlineData("{ expect: { calls: { a: [{}] } } }", "expected 1 calls to \"a\", found 0")]
    [InlineData("{ expect: { shared_data: { k: v } } }", "expected the shared value \"k\" to be \"v\", found none")]
    [InlineData("{ expect: { queues: { q: [] } } }", "no plugin has registered the queue `q`")]
    [InlineData("{ expect: { running: false } }", "expected the plugin to have failed")]
    [InlineData("{ expect: { tick_period: 1s } }", "expected a tick each 1000 ms, found 0 ms")]
    [InlineData("{ expect: { closed: true } }", "expected the connection to be closed")]
    [InlineData("{ request_body: x }", "the request headers have not been presented")]
    [InlineData("{ response_headers: {} }", "the request headers have not been presented, and a response passes")]
    [InlineData("{ reload: { start_failure: x } }", "expected the plugin not to start anew, but it did")]
    [InlineData("{ downstream: x }", "there is no connection \"\"; begin with the step connect")]
    [InlineData("{ answer: { cluster: c, fail: overflow } }", "no call to \"c\" waits for an answer")]
    public async Task What_is_not_as_expected_is_told_with_its_line(string step, string problem)
    {
        var result = Assert.Single(await RunAsync(Modules.Plugin(""), $"scenarios:\n- name: a\n  steps:\n  - {step}\n"));

        var failure = Assert.Single(result.Failures);
        Assert.Contains("cases.yaml:4:5: ", failure, StringComparison.Ordinal);
        Assert.Contains(problem, failure, StringComparison.Ordinal);
    }

    private static async Task PassAsync(TestPlugin plugin, string text)
    {
        foreach (var result in await RunAsync(plugin, text))
        {
            Assert.True(result.Passed, $"{result.Name}: {string.Join('\n', result.Failures.Concat(result.Logs))}");
        }
    }

    private static async Task<IReadOnlyList<CaseResult>> RunAsync(TestPlugin plugin, string text)
    {
        using var file = new TemporarySuite(text);
        Assert.True(ScenarioFile.IsMeantBy(file.Path));
        return await ScenarioRunner.RunAllAsync(
            ScenarioFile.Read(file.Path), plugin, cancellationToken: TestContext.Current.CancellationToken);
    }
}
