;; A whole Proxy-Wasm plugin in WebAssembly text: no SDK, no compiler, nothing to install.
;;
;;   request   x-wild-request: hello
;;   response  hello: world
;;             powered-by: wildgate
;;   /wild     answered by the plugin itself: status 418 and a picture
;;
;; Any tool that reads the text format makes a binary of it: `wat2wasm hello.wat`, `wasm-tools parse hello.wat -o
;; hello.wasm`, or in .NET `Wasmtime.Module.ConvertText`.

(module
  ;; What the plugin asks of the host. Every function answers a status, 0 is OK.
  (import "env" "proxy_get_header_map_value"
    (func $get_header (param $map i32) (param $name i32) (param $name_size i32)
                      (param $value_at i32) (param $value_size_at i32) (result i32)))
  (import "env" "proxy_add_header_map_value"
    (func $add_header (param $map i32) (param $name i32) (param $name_size i32)
                      (param $value i32) (param $value_size i32) (result i32)))
  (import "env" "proxy_send_local_response"
    (func $send_local_response (param $status i32) (param $details i32) (param $details_size i32)
                               (param $body i32) (param $body_size i32)
                               (param $headers i32) (param $headers_size i32)
                               (param $grpc_status i32) (result i32)))

  ;; The host reads names and values here, and writes answers here.
  (memory (export "memory") 1)

  ;; 0..7: two slots in which the host leaves the address and the size of an answer. The texts follow.
  (data (i32.const 16) ":path")
  (data (i32.const 32) "x-wild-request")
  (data (i32.const 48) "hello")
  (data (i32.const 64) "world")
  (data (i32.const 80) "powered-by")
  (data (i32.const 96) "wildgate")
  (data (i32.const 112) "the gate is a teapot")

  ;; Extra headers of the local response, in the ABI's wire form: the count; the sizes of each name and value; then the
  ;; names and values themselves, each with a NUL behind it. 4 + 8 + 12 + 1 + 25 + 1 = 51 bytes.
  (data (i32.const 144) "\01\00\00\00" "\0c\00\00\00\19\00\00\00" "content-type\00" "text/plain; charset=utf-8\00")

  ;; The body: 258 bytes.
  (data (i32.const 256)
    "             .--^--.\n"
    "        .---'       '---.\n"
    "     .-'     W I L D     '-.\n"
    "     | |=================| |\n"
    "     | |  |  |  |  |  |  | |\n"
    "     | |  |  | o|o |  |  | |\n"
    "     | |  |  |  |  |  |  | |\n"
    "  ___|_|__|__|__|__|__|__|_|___\n"
    "\n"
    "  The gate is a teapot. Come in!\n")

  ;; Blocks for the host's answers are taken from here upwards. An answer is used within one callback only, so each
  ;; callback starts at the beginning again and nothing has to be freed.
  (global $arena_start i32 (i32.const 1024))
  (global $arena_end (mut i32) (i32.const 1024))

  ;; Says which version of the ABI this module speaks. The host looks at the name and never calls it.
  (func (export "proxy_abi_version_0_2_1"))

  ;; The host asks for memory to put an answer into. 0 says there is none; the host then gives up that one answer.
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32)
    (local $block i32)
    (local $room i32)
    (local.set $block (global.get $arena_end))
    (local.set $room (i32.sub (i32.mul (memory.size) (i32.const 65536)) (local.get $block)))
    (if (i32.gt_u (local.get $size) (local.get $room))
      (then
        ;; As many pages as the missing bytes need; the division rounds down, hence one more.
        (if (i32.eq
              (memory.grow (i32.add (i32.const 1)
                (i32.shr_u (i32.sub (local.get $size) (local.get $room)) (i32.const 16))))
              (i32.const -1))
          (then (return (i32.const 0))))))
    (global.set $arena_end (i32.add (local.get $block) (local.get $size)))
    (local.get $block))

  ;; The host announces a plugin configuration (parent 0) or a stream of one. This plugin keeps nothing for either.
  (func (export "proxy_on_context_create") (param $context i32) (param $parent i32))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (global.set $arena_end (global.get $arena_start))
    (drop (call $add_header (i32.const 0)                 ;; map 0: request headers
      (i32.const 32) (i32.const 14) (i32.const 48) (i32.const 5)))
    (if (call $is_wild_path)
      (then
        (drop (call $send_local_response (i32.const 418)
          (i32.const 112) (i32.const 20)                  ;; details, for the access log
          (i32.const 256) (i32.const 258)                 ;; body
          (i32.const 144) (i32.const 51)                  ;; headers
          (i32.const -1)))                                ;; no gRPC status
        (return (i32.const 1))))                          ;; 1: stop, the request goes no further
    (i32.const 0))                                        ;; 0: continue

  ;; Runs for the server's responses and for the local one.
  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (global.set $arena_end (global.get $arena_start))
    (drop (call $add_header (i32.const 2)                 ;; map 2: response headers
      (i32.const 48) (i32.const 5) (i32.const 64) (i32.const 5)))
    (drop (call $add_header (i32.const 2)
      (i32.const 80) (i32.const 10) (i32.const 96) (i32.const 8)))
    (i32.const 0))

  ;; Is the request's path `/wild`, with or without a query?
  (func $is_wild_path (result i32)
    (local $path i32)
    (local $size i32)
    (if (call $get_header (i32.const 0) (i32.const 16) (i32.const 5) (i32.const 0) (i32.const 4))
      (then (return (i32.const 0))))
    (local.set $path (i32.load (i32.const 0)))
    (local.set $size (i32.load (i32.const 4)))
    (if (i32.lt_u (local.get $size) (i32.const 5))
      (then (return (i32.const 0))))
    (if (i32.ne (i32.load (local.get $path)) (i32.const 0x6c69772f))       ;; "/wil", first byte lowest
      (then (return (i32.const 0))))
    (if (i32.ne (i32.load8_u offset=4 (local.get $path)) (i32.const 0x64)) ;; "d"
      (then (return (i32.const 0))))
    (if (i32.eq (local.get $size) (i32.const 5))
      (then (return (i32.const 1))))
    (i32.eq (i32.load8_u offset=5 (local.get $path)) (i32.const 0x3f)))    ;; "?"
)
