;; expect: load-error
;; message: proxy_abi_version
;; cases: 2
;; Has a marker that is not a function.

(module
  (memory (export "memory") 1)
  (global (export "proxy_abi_version_0_2_1") i32 (i32.const 1))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
