;; expect: load-error
;; message: proxy_on_tick
;; Answers a callback that has no answer.

(module
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
  (func (export "proxy_on_tick") (param $context i32) (result i32) (i32.const 0))
)
