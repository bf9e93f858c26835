;; Makes 1000 host calls of one kind in a loop, to time calls of the guest into the host.
(module
  (import "env" "proxy_get_current_time_nanoseconds" (func $time (param i32) (result i32)))
  (import "env" "proxy_get_header_map_value" (func $get (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_replace_header_map_value" (func $replace (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_log_level" (func $level (param i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) ":path")
  (data (i32.const 32) "x-value")
  (data (i32.const 48) "some value")
  (global $rounds i32 (i32.const 1000))
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 4096))
  (func (export "proxy_on_context_create") (param i32 i32))

  ;; The kind of call is the number of headers: 1 log level, 2 time, 3 get a value, 4 replace a value, else none.
  (func (export "proxy_on_request_headers") (param $context i32) (param $count i32) (param $end i32) (result i32)
    (local $i i32)
    (loop $again
      (if (i32.eq (local.get $count) (i32.const 1)) (then (drop (call $level (i32.const 0)))))
      (if (i32.eq (local.get $count) (i32.const 2)) (then (drop (call $time (i32.const 0)))))
      (if (i32.eq (local.get $count) (i32.const 3))
        (then (drop (call $get (i32.const 0) (i32.const 16) (i32.const 5) (i32.const 0) (i32.const 4)))))
      (if (i32.eq (local.get $count) (i32.const 4))
        (then (drop (call $replace (i32.const 0) (i32.const 32) (i32.const 7) (i32.const 48) (i32.const 10)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $i) (global.get $rounds))))
    (i32.const 0)))
