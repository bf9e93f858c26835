;; traffic: get
;; There are no arguments, so nothing is written.

(module
  (import "wasi_snapshot_preview1" "args_get"
    (func $preview1_args_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "args_get"
    (func $unstable_args_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 nowhere\00")
  (data (i32.const 0x1020) "preview1 wild addresses\00")
  (data (i32.const 0x1040) "unstable nowhere\00")
  (data (i32.const 0x1060) "unstable wild addresses\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 nowhere
      (call $preview1_args_get (i32.const 0x40) (i32.const 0x60)))
    (call $report (i32.const 0x1020) ;; preview1 wild addresses
      (call $preview1_args_get (i32.const -1) (i32.const -1)))
    (call $report (i32.const 0x1040) ;; unstable nowhere
      (call $unstable_args_get (i32.const 0x40) (i32.const 0x60)))
    (call $report (i32.const 0x1060) ;; unstable wild addresses
      (call $unstable_args_get (i32.const -1) (i32.const -1)))
    (i32.const 0))
)
