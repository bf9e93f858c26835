;; The job of the soak test: each request waits for one HTTP call, counts in shared data with a compare-and-swap and
;; adds to a metric. What does not work is answered with 500, so that the load generator sees it.
(module
  (import "env" "proxy_http_call" (func $http_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value" (func $header (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_shared_data" (func $get (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_set_shared_data" (func $set (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_define_metric" (func $define (param i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_increment_metric" (func $increment (param i32 i64) (result i32)))
  (import "env" "proxy_set_effective_context" (func $effective (param i32) (result i32)))
  (import "env" "proxy_continue_stream" (func $continue (param i32) (result i32)))
  (import "env" "proxy_send_local_response"
    (func $respond (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  ;; 0x10 address, 0x14 size, 0x18 version, 0x20 metric, 0x28 token, 0x30 count; from 0x4000 the stream of each token.
  (memory (export "memory") 4)
  (data (i32.const 0x100) "upstream")
  (data (i32.const 0x120) "\03\00\00\00\07\00\00\00\03\00\00\00\05\00\00\00\01\00\00\00\0a\00\00\00\08\00\00\00")
  (data (i32.const 0x13c) ":method\00GET\00:path\00/\00:authority\00upstream\00")
  (data (i32.const 0x200) "count")
  (data (i32.const 0x210) "soak_requests")
  (data (i32.const 0x230) ":status")
  (global $heap (mut i32) (i32.const 0x10000))
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32)
    (local $block i32)
    (if (i32.gt_u (i32.add (global.get $heap) (local.get $size)) (i32.const 0x40000))
      (then (global.set $heap (i32.const 0x10000))))
    (local.set $block (global.get $heap))
    (global.set $heap (i32.add (local.get $block) (local.get $size)))
    (local.get $block))
  (func (export "proxy_on_context_create") (param i32 i32))
  (func (export "proxy_on_configure") (param i32 i32) (result i32)
    (i32.eqz (call $define (i32.const 0) (i32.const 0x210) (i32.const 13) (i32.const 0x20))))

  (func $place (param $token i32) (result i32)
    (i32.add (i32.const 0x4000)
      (i32.shl (i32.and (i32.shr_u (local.get $token) (i32.const 2)) (i32.const 4095)) (i32.const 2))))
  (func $fail
    (drop (call $respond (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
      (i32.const 0) (i32.const 0) (i32.const -1))))

  (func (export "proxy_on_request_headers") (param $context i32) (param $count i32) (param $end i32) (result i32)
    (if (call $http_call (i32.const 0x100) (i32.const 8) (i32.const 0x120) (i32.const 68) (i32.const 0) (i32.const 0)
          (i32.const 0) (i32.const 0) (i32.const 10000) (i32.const 0x28))
      (then (call $fail) (return (i32.const 0))))
    (i32.store (call $place (i32.load (i32.const 0x28))) (local.get $context))
    (i32.const 1))

  ;; Whether the call was answered with 2xx.
  (func $is_answered (result i32)
    (if (call $header (i32.const 6) (i32.const 0x230) (i32.const 7) (i32.const 0x10) (i32.const 0x14))
      (then (return (i32.const 0))))
    (i32.eq (i32.load8_u (i32.load (i32.const 0x10))) (i32.const 0x32)))

  ;; Adds one to the shared count; another machine that was faster means another try.
  (func $is_counted (result i32)
    (local $status i32) (local $version i32) (local $count i64)
    (loop $again
      (local.set $version (i32.const 0))
      (local.set $count (i64.const 0))
      (if (i32.eqz (call $get (i32.const 0x200) (i32.const 5) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
        (then
          (local.set $version (i32.load (i32.const 0x18)))
          (local.set $count (i64.load (i32.load (i32.const 0x10))))))
      (i64.store (i32.const 0x30) (i64.add (local.get $count) (i64.const 1)))
      (local.set $status
        (call $set (i32.const 0x200) (i32.const 5) (i32.const 0x30) (i32.const 8) (local.get $version)))
      (br_if $again (i32.eq (local.get $status) (i32.const 8))))
    (i32.eqz (local.get $status)))

  (func (export "proxy_on_http_call_response")
    (param $root i32) (param $token i32) (param $headers i32) (param $body i32) (param $trailers i32)
    (local $works i32)
    (local.set $works (call $is_answered))
    (local.set $works (i32.and (local.get $works) (call $is_counted)))
    (local.set $works (i32.and (local.get $works)
      (i32.eqz (call $increment (i32.load (i32.const 0x20)) (i64.const 1)))))
    (drop (call $effective (i32.load (call $place (local.get $token)))))
    (if (local.get $works)
      (then (drop (call $continue (i32.const 0))))
      (else (call $fail)))))
