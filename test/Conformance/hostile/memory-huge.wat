;; expect: start-error
;; limits: memory
;; message: memory limit
;; cases: 20
;; Wants 2 GiB before it does anything.

(module
  (memory (export "memory") 32768)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
