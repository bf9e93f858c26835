;; expect: load-error
;; message: proxy_abi_version
;; cases: 1
;; Does not say which ABI it speaks.

(module
  (memory (export "memory") 1)
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
