;; expect: load-error
;; message: proxy_abi_version
;; cases: 1
;; Speaks a version of the ABI that nobody has heard of.

(module
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_9_9_9"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
