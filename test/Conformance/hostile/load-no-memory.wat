;; expect: load-error
;; message: memory
;; Has no memory to talk through.

(module
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
