;; expect: load-error
;; message: stack_pointer
;; Wants a global; there are none.

(module
  (import "env" "stack_pointer" (global i32))
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
