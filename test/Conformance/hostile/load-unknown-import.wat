;; expect: load-error
;; message: proxy_invented proxy_imagined fd_dreamt
;; cases: 6
;; Wants three functions nobody has; the message names all of them.

(module
  (import "env" "proxy_invented" (func (param i32) (result i32)))
  (import "env" "proxy_imagined" (func (result i32)))
  (import "wasi_snapshot_preview1" "fd_dreamt" (func (param i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "proxy_abi_version_0_2_1"))
  (func (export "proxy_on_memory_allocate") (param $size i32) (result i32) (i32.const 0x100))
)
