;; expect: start-error
;; limits: memory
;; message: table
;; Its memory is small; its table of a hundred million slots is not.

(module
  (table 100000000 funcref)
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
