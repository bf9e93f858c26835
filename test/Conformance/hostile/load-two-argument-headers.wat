;; expect: load-error
;; message: proxy_on_request_headers
;; cases: 5
;; Says 0.2.1, but takes request headers with the two arguments of 0.1.0.

(module
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
  (func (export "proxy_on_request_headers") (param $context i32) (param $count i32) (result i32) (i32.const 0))
)
