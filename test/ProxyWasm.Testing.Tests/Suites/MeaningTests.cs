using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Suites;

/// <summary>The rules of the format, each with a plugin that shows whether it is kept.</summary>
public sealed class MeaningTests : IDisposable
{
    private readonly SuiteRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Phases_come_in_order_and_a_phase_that_the_test_lacks_is_not_called()
    {
        var plugin = Wat.Create("""(call $say_number @"create" (local.get $parent))""")
            + Wat.Start("vm_start", """(call $say_number @"vm_start" (local.get $size))""")
            + Wat.Start("configure", """(call $say_number @"configure" (local.get $size))""")
            + Wat.Callback("request_headers", """(call $say_number @"request headers" (local.get $end))""")
            + Wat.Callback("request_body", """(call $say_number @"request body" (local.get $end))""")
            + Wat.Callback("response_headers", """(call $say_number @"response headers" (local.get $end))""")
            + Wat.Callback("response_body", """(call $say_number @"response body" (local.get $end))""")
            + Wat.Event("log", """(call $say @"log")""")
            + Wat.Done("""(call $say_number @"done" (local.get $id))""")
            + Wat.Event("delete", """(call $say_number @"delete" (local.get $id))""");

        var result = await _rig.RunAsync(
            """
            test:
            - name: order
              request_headers: {}
              request_body: [{input: {content: a}}, {input: {content: b}}]
              response_body: {input: {content: c}}
            """,
            plugin);

        Assert.Empty(result.Failures);
        Assert.Equal(
            [
                "create 0", "vm_start 0", "configure 0", "create 1", "request headers 0", "request body 1",
                "request body 1", "response body 1", "done 2", "delete 2", "done 1", "delete 1",
            ],
            result.Logs.Select(line => line["info: ".Length..]));
    }

    [Fact]
    public async Task Each_test_has_a_fresh_virtual_machine()
    {
        var plugin = """
              (global $count (mut i32) (i32.const 0))
            """
            + Wat.Callback(
                "request_headers",
                """
                (global.set $count (i32.add (global.get $count) (i32.const 1)))
                (call $say_number @"count" (global.get $count))
                """);
        var suite = _rig.Read(
            """
            test:
            - {name: one, request_headers: {result: {log: {exact: count 1}}}}
            - {name: two, request_headers: {result: {log: {exact: count 1}}}}
            """);

        var results = await SuiteRig.RunAsync(suite, SuiteRig.Plugin(plugin));

        Assert.All(results, result => Assert.Empty(result.Failures));
    }

    [Fact]
    public async Task Header_names_have_no_case_an_order_and_one_value()
    {
        var plugin = Wat.Callback(
            "request_headers",
            """
            (drop (call $add (i32.const 0) @"X-Two" @"2"))
            (drop (call $add (i32.const 0) @"empty" @"filled"))
            (drop (call $replace (i32.const 0) @"x-one" @"replaced"))
            (drop (call $remove (i32.const 0) @"GONE"))
            (call $say_number @"fields" (local.get $count))
            (drop (call $get_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
            (drop (call $log (i32.const 2)
              (i32.add (i32.load (i32.const 0x10)) (i32.const 28))
              (i32.sub (i32.load (i32.const 0x14)) (i32.const 28))))
            (drop (call $get_size (i32.const 0) (i32.const 0x20)))
            (call $say_number @"size" (i32.load (i32.const 0x20)))
            """);

        var result = await _rig.RunAsync(
            """
            test:
            - name: headers
              request_headers:
                input:
                  header:
                  - {key: X-Two, value: '1'}
                  - {key: x-one, value: a}
                  - {key: X-ONE, value: b}
                  - {key: empty, value: ''}
                  - {key: gone, value: x}
                result:
                  has_header:
                  - {key: x-two, value: '1, 2'}
                  - {key: EMPTY, value: filled}
                  - {key: x-one, value: replaced}
                  no_header: {key: gone, value: ignored}
                  headers: [{exact: 'x-two: 1, 2'}, {regex: 'x-o.*: .*d'}, {regex: 'gone.*', invert: true}]
                  log: [{exact: fields 4}, {exact: size 3}]
            """,
            plugin);

        Assert.Empty(result.Failures);
        Assert.Contains(result.Logs, line => line.Contains("empty\0filled\0x-one\0replaced\0x-two\01, 2"));
    }

    [Fact]
    public async Task Only_the_map_of_the_running_phase_is_reached()
    {
        var plugin = Wat.Callback(
            "response_headers",
            """
            (call $say_result @"request" (call $get (i32.const 0) @":path" (i32.const 0x10) (i32.const 0x14)))
            (call $say_number @"add" (call $add (i32.const 0) @"a" @"b"))
            (call $say_result @"trailers" (call $get (i32.const 3) @"x" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"absent" (call $get (i32.const 2) @"x" (i32.const 0x10) (i32.const 0x14)))
            """)
            + Wat.Callback(
                "response_body",
                """(call $say_result @"body" (call $get (i32.const 2) @"x" (i32.const 0x10) (i32.const 0x14)))""");

        var result = await _rig.RunAsync(
            """
            test:
            - name: maps
              request_headers: {input: {header: {key: ':path', value: /}}}
              response_headers:
                result: {log: [{exact: request 2}, {exact: add 2}, {exact: trailers 2}, {exact: absent 1}]}
              response_body: {input: {content: x}, result: {log: {exact: body 2}}}
            """,
            plugin);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task The_configuration_is_readable_everywhere_and_bodies_in_their_phase()
    {
        var plugin = Wat.Create("""(call $say_body @"create" (i32.const 7))""")
            + Wat.Callback(
                "request_body",
                """
                (call $say_body @"config" (i32.const 7))
                (call $say_body @"own" (i32.const 0))
                (call $say_body @"other" (i32.const 1))
                (call $say_result @"behind" (call $get_buffer
                  (i32.const 0) (i32.const 5) (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
                """);
        var suite = _rig.Read(
            """
            test:
            - name: buffers
              request_body:
                input: {content: body}
                result: {log: [{exact: config 0 conf}, {exact: own 0 body}, {exact: other 1}, {exact: behind 6}]}
              plugin_init: {log: {exact: create 0 conf}}
              stream_init: {log: {exact: create 0 conf}}
            """);

        var results = await SuiteRig.RunAsync(suite, SuiteRig.Plugin(plugin) with { Configuration = "conf" });

        Assert.Empty(Assert.Single(results).Failures);
    }

    [Fact]
    public async Task Chunks_are_presented_alone_whatever_the_plugin_returns()
    {
        var plugin = Wat.Callback(
            "request_body",
            """
            (call $say_body @"chunk" (i32.const 0))
            (drop (call $set_buffer (i32.const 0) (local.get $count) (i32.const 0) @"+"))
            """,
            "(i32.const 1)");

        var result = await _rig.RunAsync(
            """
            test:
            - name: bodies
              request_body:
              - {input: {content: one}, result: {body: {exact: one+}, log: {exact: chunk 0 one}}}
              - {input: {content: two}, result: {body: {exact: two+}, log: [{exact: chunk 0 two}, {regex: '.*one', invert: true}]}}
            """,
            plugin);

        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData("num_chunks: 3", "abcdefg", "ab|cd|efg!")]
    [InlineData("num_chunks: 1", "abc", "abc!")]
    [InlineData("num_chunks: 4", "ab", "|||ab!")]
    [InlineData("chunk_size: 3", "abcdefg", "abc|def|g!")]
    [InlineData("chunk_size: 7", "abcdefg", "abcdefg!")]
    [InlineData("chunk_size: 9", "", "!")]
    public async Task Chunking_plans_cut_as_they_say(string plan, string body, string expected)
    {
        var plugin = Wat.Callback(
            "response_body",
            """
            (if (local.get $end)
              (then (drop (call $set_buffer (i32.const 1) (local.get $count) (i32.const 0) @"!")))
              (else (drop (call $set_buffer (i32.const 1) (local.get $count) (i32.const 0) @"|"))))
            """);

        var result = await _rig.RunAsync(
            $"test: [{{name: cut, {plan}, response_body: {{input: {{content: '{body}'}}, result: {{body: {{exact: '{expected}'}}}}}}}}]",
            plugin);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Properties_are_those_of_the_test()
    {
        var plugin = Wat.Callback(
            "request_headers",
            """
            (call $say_result @"listed" (call $property @"source\00address" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"other" (call $property @"request\00path" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"root" (call $property @"plugin_root_id" (i32.const 0x10) (i32.const 0x14)))
            """);

        var result = await _rig.RunAsync(
            """
            test:
            - name: properties
              properties: [{path: source.address, value: '1.2.3.4'}]
              request_headers: {result: {log: [{exact: listed 0 1.2.3.4}, {exact: other 1}, {exact: 'root 0 '}]}}
            """,
            plugin);

        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData("request_headers", "request_headers: {result: {EXPECT}}, response_headers: {result: {no_header: {key: x-mine}}}")]
    [InlineData("request_body", "request_headers: {}, request_body: {input: {content: x}, result: {EXPECT}}, response_body: {input: {content: y}}")]
    [InlineData("response_headers", "response_headers: {result: {EXPECT}}, response_body: {input: {content: y}}")]
    public async Task A_local_response_ends_the_test(string callback, string phases)
    {
        // Headers in wire form: one pair, x-mine: 1.
        var plugin = """
              (data (i32.const 0x3000) "\01\00\00\00" "\06\00\00\00\01\00\00\00" "x-mine\00" "1\00")
            """
            + Wat.Callback(
                callback,
                """
                (drop (call $respond (i32.const 403) @"my reasons" @"go away" (i32.const 0x3000) (i32.const 21)
                  (i32.const 7)))
                """)
            + (callback == "response_headers" ? "" : Wat.Callback("response_headers", "(unreachable)"))
            + Wat.Callback("response_body", "(unreachable)");

        var result = await _rig.RunAsync(
            "test: [{name: local, " + phases.Replace(
                "EXPECT",
                "immediate: {http_status: 403, grpc_status: 7, details: my reasons}, body: {exact: go away}, "
                    + "has_header: {key: X-Mine, value: '1'}",
                StringComparison.Ordinal) + "}]",
            plugin);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task A_local_response_elsewhere_is_refused()
    {
        var plugin = Wat.Callback(
            "response_body",
            """
            (call $say_number @"respond" (call $respond (i32.const 403) @"d" @"b" (i32.const 0) (i32.const 0)
              (i32.const -1)))
            """);

        var result = await _rig.RunAsync(
            "test: [{name: late, response_body: {input: {content: x}, result: {log: {exact: respond 2}, body: {exact: x}}}}]",
            plugin);

        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData("", 1_000_000UL)]
    [InlineData("env: {time_secs: 1700000000}", 1_700_000_000_000_000_000UL)]
    public async Task The_clock_stands_still(string environment, ulong expected)
    {
        var plugin = Wat.Callback(
            "request_headers",
            """
            (drop (call $now (i32.const 0x20)))
            (drop (call $clock (i32.const 0) (i64.const 0) (i32.const 0x28)))
            (call $say_number @"equal" (i64.eq (i64.load (i32.const 0x20)) (i64.load (i32.const 0x28))))
            (call $say_number @"high" (i32.load (i32.const 0x24)))
            (call $say_number @"low" (i32.load (i32.const 0x20)))
            """);

        var result = await _rig.RunAsync(
            $$"""
            {{environment}}
            test:
            - name: clock
              request_headers:
                result: {log: [{exact: equal 1}, {exact: high {{(uint)(expected >> 32)}}}, {exact: low {{(uint)expected}}}]}
            """,
            plugin);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Logs_belong_to_their_phase_and_have_a_level()
    {
        var plugin = Wat.Callback(
            "request_headers",
            """
            (drop (call $log (i32.const 1) @"quiet"))
            (drop (call $log (i32.const 2) @"first"))
            """)
            + Wat.Callback("response_headers", """(call $say @"second")""")
            + Wat.Event("delete", """(call $say @"gone")""");

        var result = await _rig.RunAsync(
            """
            test:
            - name: logs
              request_headers: {result: {log: [{exact: first}, {exact: second, invert: true}, {exact: quiet, invert: true}]}}
              response_headers: {result: {log: [{exact: second}, {exact: first, invert: 'true'}]}}
              stream_destroy: {log: {regex: go+ne}}
            """,
            plugin);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task A_head_becomes_pseudo_headers()
    {
        _rig.Write("response.data", "HTTP/1.1 403 Forbidden\r\nX-Two: 1\r\nx-two: 2\r\n\r\nnot a header");

        var result = await _rig.RunAsync(
            """
            test:
            - name: heads
              request_headers:
                input:
                  content: "GET https://example.com:8080/my/path?foo=bar HTTP/1.1\nHost: other\nMyHeader: a\n  b\n\n"
                result:
                  has_header:
                  - {key: ':method', value: GET}
                  - {key: ':scheme', value: https}
                  - {key: ':path', value: '/my/path?foo=bar'}
                  - {key: ':authority', value: 'example.com:8080'}
                  - {key: myheader, value: a b}
                  no_header: {key: host}
              response_headers:
                input: {file: response.data}
                result: {headers: [{exact: ':status: 403'}, {exact: 'x-two: 1, 2'}, {regex: '.*not.*', invert: true}]}
            """,
            "");

        Assert.Empty(result.Failures);
    }
}
