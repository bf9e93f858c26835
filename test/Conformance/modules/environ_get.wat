;; traffic: get
;; cases: 127
;; Addresses of the variables, and the variables, each with a NUL behind it.

(module
  (import "wasi_snapshot_preview1" "environ_get"
    (func $preview1_environ_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "environ_get"
    (func $unstable_environ_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 variables\00")
  (data (i32.const 0x1020) "preview1 first address\00")
  (data (i32.const 0x1040) "preview1 second address\00")
  (data (i32.const 0x1060) "preview1 misaligned\00")
  (data (i32.const 0x1080) "preview1 addresses past the end\00")
  (data (i32.const 0x10a0) "preview1 variables past the end\00")
  (data (i32.const 0x10c0) "preview1 wild addresses\00")
  (data (i32.const 0x10e0) "unstable variables\00")
  (data (i32.const 0x1100) "unstable first address\00")
  (data (i32.const 0x1120) "unstable second address\00")
  (data (i32.const 0x1140) "unstable misaligned\00")
  (data (i32.const 0x1160) "unstable addresses past the end\00")
  (data (i32.const 0x1180) "unstable variables past the end\00")
  (data (i32.const 0x11a0) "unstable wild addresses\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_block (i32.const 0x1000) ;; preview1 variables
      (call $preview1_environ_get (i32.const 0x40) (i32.const 0x60)) (i32.const 0x60) (i32.const 0x13))
    (call $report (i32.const 0x1020) ;; preview1 first address
      (i32.load (i32.const 0x40)))
    (call $report (i32.const 0x1040) ;; preview1 second address
      (i32.load (i32.const 0x44)))
    (call $report (i32.const 0x1060) ;; preview1 misaligned
      (call $preview1_environ_get (i32.const 0x41) (i32.const 0x61)))
    (call $report (i32.const 0x1080) ;; preview1 addresses past the end
      (call $preview1_environ_get (i32.const 0x1fffc) (i32.const 0x60)))
    (call $report (i32.const 0x10a0) ;; preview1 variables past the end
      (call $preview1_environ_get (i32.const 0x40) (i32.const 0x1fff6)))
    (call $report (i32.const 0x10c0) ;; preview1 wild addresses
      (call $preview1_environ_get (i32.const -1) (i32.const -1)))
    (call $report_block (i32.const 0x10e0) ;; unstable variables
      (call $unstable_environ_get (i32.const 0x40) (i32.const 0x60)) (i32.const 0x60) (i32.const 0x13))
    (call $report (i32.const 0x1100) ;; unstable first address
      (i32.load (i32.const 0x40)))
    (call $report (i32.const 0x1120) ;; unstable second address
      (i32.load (i32.const 0x44)))
    (call $report (i32.const 0x1140) ;; unstable misaligned
      (call $unstable_environ_get (i32.const 0x41) (i32.const 0x61)))
    (call $report (i32.const 0x1160) ;; unstable addresses past the end
      (call $unstable_environ_get (i32.const 0x1fffc) (i32.const 0x60)))
    (call $report (i32.const 0x1180) ;; unstable variables past the end
      (call $unstable_environ_get (i32.const 0x40) (i32.const 0x1fff6)))
    (call $report (i32.const 0x11a0) ;; unstable wild addresses
      (call $unstable_environ_get (i32.const -1) (i32.const -1)))
    (i32.const 0))
)
