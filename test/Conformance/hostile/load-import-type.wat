;; expect: load-error
;; message: proxy_log
;; cases: 7
;; Wants a function everybody has, with a parameter too few.

(module
  (import "env" "proxy_log" (func (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
