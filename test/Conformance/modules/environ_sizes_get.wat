;; traffic: get
;; The count of variables and the bytes of all names, values, equal signs and NULs.

(module
  (import "wasi_snapshot_preview1" "environ_sizes_get"
    (func $preview1_environ_sizes_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "environ_sizes_get"
    (func $unstable_environ_sizes_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 count\00")
  (data (i32.const 0x1010) "preview1 bytes\00")
  (data (i32.const 0x1020) "preview1 misaligned slots\00")
  (data (i32.const 0x1040) "preview1 count slot past the end\00")
  (data (i32.const 0x1070) "preview1 size slot past the end\00")
  (data (i32.const 0x1090) "unstable count\00")
  (data (i32.const 0x10a0) "unstable bytes\00")
  (data (i32.const 0x10b0) "unstable misaligned slots\00")
  (data (i32.const 0x10d0) "unstable count slot past the end\00")
  (data (i32.const 0x1100) "unstable size slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; preview1 count
      (call $preview1_environ_sizes_get (i32.const 0x10) (i32.const 0x90)))
    (call $report (i32.const 0x1010) ;; preview1 bytes
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1020) ;; preview1 misaligned slots
      (call $preview1_environ_sizes_get (i32.const 0x41) (i32.const 0x45)))
    (call $report (i32.const 0x1040) ;; preview1 count slot past the end
      (call $preview1_environ_sizes_get (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x1070) ;; preview1 size slot past the end
      (call $preview1_environ_sizes_get (i32.const 0x10) (i32.const 0x1fffd)))
    (call $report_u32 (i32.const 0x1090) ;; unstable count
      (call $unstable_environ_sizes_get (i32.const 0x10) (i32.const 0x90)))
    (call $report (i32.const 0x10a0) ;; unstable bytes
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x10b0) ;; unstable misaligned slots
      (call $unstable_environ_sizes_get (i32.const 0x41) (i32.const 0x45)))
    (call $report (i32.const 0x10d0) ;; unstable count slot past the end
      (call $unstable_environ_sizes_get (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x1100) ;; unstable size slot past the end
      (call $unstable_environ_sizes_get (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 0))
)
