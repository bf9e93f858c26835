;; traffic: get
;; There are no arguments.

(module
  (import "wasi_snapshot_preview1" "args_sizes_get"
    (func $preview1_args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "args_sizes_get"
    (func $unstable_args_sizes_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 count\00")
  (data (i32.const 0x1010) "preview1 bytes\00")
  (data (i32.const 0x1020) "preview1 count slot past the end\00")
  (data (i32.const 0x1050) "preview1 size slot past the end\00")
  (data (i32.const 0x1070) "unstable count\00")
  (data (i32.const 0x1080) "unstable bytes\00")
  (data (i32.const 0x1090) "unstable count slot past the end\00")
  (data (i32.const 0x10c0) "unstable size slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; preview1 count
      (call $preview1_args_sizes_get (i32.const 0x10) (i32.const 0x90)))
    (call $report (i32.const 0x1010) ;; preview1 bytes
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1020) ;; preview1 count slot past the end
      (call $preview1_args_sizes_get (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x1050) ;; preview1 size slot past the end
      (call $preview1_args_sizes_get (i32.const 0x10) (i32.const 0x1fffd)))
    (call $report_u32 (i32.const 0x1070) ;; unstable count
      (call $unstable_args_sizes_get (i32.const 0x10) (i32.const 0x90)))
    (call $report (i32.const 0x1080) ;; unstable bytes
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1090) ;; unstable count slot past the end
      (call $unstable_args_sizes_get (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x10c0) ;; unstable size slot past the end
      (call $unstable_args_sizes_get (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 0))
)
