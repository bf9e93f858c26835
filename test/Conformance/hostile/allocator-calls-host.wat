;; expect: trap proxy_on_request_headers
;; message: proxy_remove_header_map_value allocator
;; cases: 14
;; Changes a header while the host waits for memory: only logging is allowed there.

(module
  (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value" (func $get_header (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_remove_header_map_value" (func $remove_header (param i32 i32 i32) (result i32)))

  (memory (export "memory") 1)
  (data (i32.const 0x40) ":path")
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32)
    (drop (call $remove_header (i32.const 0) (i32.const 0x40) (i32.const 5)))
    (i32.const 0x100))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $say
      (call $get_header (i32.const 0) (i32.const 0x40) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (data (i32.const 0x60) "status ?")
  (func $say (param $status i32)
    (i32.store8 (i32.const 0x67) (i32.add (i32.const 0x30) (local.get $status)))
    (drop (call $log (i32.const 2) (i32.const 0x60) (i32.const 8))))
)
