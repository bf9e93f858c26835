;; traffic: get
;; cases: 129
;; Clock 0 is the time of day, clock 1 only ever grows; there are no others.

(module
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $preview1_clock_time_get (param i32 i64 i32) (result i32)))
  (import "wasi_unstable" "clock_time_get"
    (func $unstable_clock_time_get (param i32 i64 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 realtime\00")
  (data (i32.const 0x1020) "preview1 monotonic\00")
  (data (i32.const 0x1040) "preview1 monotonic again\00")
  (data (i32.const 0x1060) "preview1 does not go back\00")
  (data (i32.const 0x1080) "preview1 clock 2\00")
  (data (i32.const 0x10a0) "preview1 clock -1\00")
  (data (i32.const 0x10c0) "preview1 misaligned slot\00")
  (data (i32.const 0x10e0) "preview1 half past the end\00")
  (data (i32.const 0x1100) "preview1 wild slot\00")
  (data (i32.const 0x1120) "unstable realtime\00")
  (data (i32.const 0x1140) "unstable monotonic\00")
  (data (i32.const 0x1160) "unstable monotonic again\00")
  (data (i32.const 0x1180) "unstable does not go back\00")
  (data (i32.const 0x11a0) "unstable clock 2\00")
  (data (i32.const 0x11c0) "unstable clock -1\00")
  (data (i32.const 0x11e0) "unstable misaligned slot\00")
  (data (i32.const 0x1200) "unstable half past the end\00")
  (data (i32.const 0x1220) "unstable wild slot\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u64 (i32.const 0x1000) ;; preview1 realtime
      (call $preview1_clock_time_get (i32.const 0) (i64.const 1) (i32.const 0x10)))
    (call $report (i32.const 0x1020) ;; preview1 monotonic
      (call $preview1_clock_time_get (i32.const 1) (i64.const 0) (i32.const 0x40)))
    (call $report (i32.const 0x1040) ;; preview1 monotonic again
      (call $preview1_clock_time_get (i32.const 1) (i64.const 0) (i32.const 0x48)))
    (call $report (i32.const 0x1060) ;; preview1 does not go back
      (i64.ge_u (i64.load (i32.const 0x48)) (i64.load (i32.const 0x40))))
    (call $report_u64 (i32.const 0x1080) ;; preview1 clock 2
      (call $preview1_clock_time_get (i32.const 2) (i64.const 0) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x10a0) ;; preview1 clock -1
      (call $preview1_clock_time_get (i32.const -1) (i64.const 0) (i32.const 0x10)))
    (call $report (i32.const 0x10c0) ;; preview1 misaligned slot
      (call $preview1_clock_time_get (i32.const 0) (i64.const 0) (i32.const 0x43)))
    (call $report_u64 (i32.const 0x10e0) ;; preview1 half past the end
      (call $preview1_clock_time_get (i32.const 0) (i64.const 0) (i32.const 0x1fffc)))
    (call $report_u64 (i32.const 0x1100) ;; preview1 wild slot
      (call $preview1_clock_time_get (i32.const 1) (i64.const 0) (i32.const -1)))
    (call $report_u64 (i32.const 0x1120) ;; unstable realtime
      (call $unstable_clock_time_get (i32.const 0) (i64.const 1) (i32.const 0x10)))
    (call $report (i32.const 0x1140) ;; unstable monotonic
      (call $unstable_clock_time_get (i32.const 1) (i64.const 0) (i32.const 0x40)))
    (call $report (i32.const 0x1160) ;; unstable monotonic again
      (call $unstable_clock_time_get (i32.const 1) (i64.const 0) (i32.const 0x48)))
    (call $report (i32.const 0x1180) ;; unstable does not go back
      (i64.ge_u (i64.load (i32.const 0x48)) (i64.load (i32.const 0x40))))
    (call $report_u64 (i32.const 0x11a0) ;; unstable clock 2
      (call $unstable_clock_time_get (i32.const 2) (i64.const 0) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x11c0) ;; unstable clock -1
      (call $unstable_clock_time_get (i32.const -1) (i64.const 0) (i32.const 0x10)))
    (call $report (i32.const 0x11e0) ;; unstable misaligned slot
      (call $unstable_clock_time_get (i32.const 0) (i64.const 0) (i32.const 0x43)))
    (call $report_u64 (i32.const 0x1200) ;; unstable half past the end
      (call $unstable_clock_time_get (i32.const 0) (i64.const 0) (i32.const 0x1fffc)))
    (call $report_u64 (i32.const 0x1220) ;; unstable wild slot
      (call $unstable_clock_time_get (i32.const 1) (i64.const 0) (i32.const -1)))
    (i32.const 0))
)
