;; The job of the benchmarks as a plugin: count the request's headers into `x-bench-count`, set `x-bench-mark: 1` on the
;; response. The host passes the number of headers, so no header is read.
(module
  (import "env" "proxy_replace_header_map_value"
    (func $replace (param i32 i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "x-bench-count")
  (data (i32.const 32) "x-bench-mark")
  (data (i32.const 48) "1")
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 1024))
  (func (export "proxy_on_context_create") (param i32 i32))
  (func (export "proxy_on_request_headers") (param $context i32) (param $count i32) (param $end i32) (result i32)
    (local $at i32)
    ;; Decimal digits, written backwards from address 96.
    (local.set $at (i32.const 96))
    (loop $digit
      (local.set $at (i32.sub (local.get $at) (i32.const 1)))
      (i32.store8 (local.get $at) (i32.add (i32.const 48) (i32.rem_u (local.get $count) (i32.const 10))))
      (local.set $count (i32.div_u (local.get $count) (i32.const 10)))
      (br_if $digit (local.get $count)))
    (drop (call $replace (i32.const 0) (i32.const 16) (i32.const 13)
      (local.get $at) (i32.sub (i32.const 96) (local.get $at))))
    (i32.const 0))
  (func (export "proxy_on_response_headers") (param i32 i32 i32) (result i32)
    (drop (call $replace (i32.const 2) (i32.const 32) (i32.const 12) (i32.const 48) (i32.const 1)))
    (i32.const 0)))
