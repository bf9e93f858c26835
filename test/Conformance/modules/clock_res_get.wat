;; traffic: get
;; One nanosecond for both clocks.

(module
  (import "wasi_snapshot_preview1" "clock_res_get"
    (func $preview1_clock_res_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "clock_res_get"
    (func $unstable_clock_res_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 realtime\00")
  (data (i32.const 0x1020) "preview1 monotonic\00")
  (data (i32.const 0x1040) "preview1 clock 2\00")
  (data (i32.const 0x1060) "preview1 clock -1\00")
  (data (i32.const 0x1080) "preview1 half past the end\00")
  (data (i32.const 0x10a0) "unstable realtime\00")
  (data (i32.const 0x10c0) "unstable monotonic\00")
  (data (i32.const 0x10e0) "unstable clock 2\00")
  (data (i32.const 0x1100) "unstable clock -1\00")
  (data (i32.const 0x1120) "unstable half past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u64 (i32.const 0x1000) ;; preview1 realtime
      (call $preview1_clock_res_get (i32.const 0) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1020) ;; preview1 monotonic
      (call $preview1_clock_res_get (i32.const 1) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1040) ;; preview1 clock 2
      (call $preview1_clock_res_get (i32.const 2) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1060) ;; preview1 clock -1
      (call $preview1_clock_res_get (i32.const -1) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1080) ;; preview1 half past the end
      (call $preview1_clock_res_get (i32.const 0) (i32.const 0x1fffc)))
    (call $report_u64 (i32.const 0x10a0) ;; unstable realtime
      (call $unstable_clock_res_get (i32.const 0) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x10c0) ;; unstable monotonic
      (call $unstable_clock_res_get (i32.const 1) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x10e0) ;; unstable clock 2
      (call $unstable_clock_res_get (i32.const 2) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1100) ;; unstable clock -1
      (call $unstable_clock_res_get (i32.const -1) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1120) ;; unstable half past the end
      (call $unstable_clock_res_get (i32.const 0) (i32.const 0x1fffc)))
    (i32.const 0))
)
