;; expect: load-error
;; message: malloc
;; Has an allocator for another kind of machine.

(module
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "malloc") (param $size i64) (result i64) (i64.const 0x100))
)
