;; traffic: get
;; cases: 129
;; Random bytes, at most 64 KiB at once.

(module
  (import "wasi_snapshot_preview1" "random_get"
    (func $preview1_random_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "random_get"
    (func $unstable_random_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 16 bytes\00")
  (data (i32.const 0x1020) "preview1 not all zero\00")
  (data (i32.const 0x1040) "preview1 64 KiB\00")
  (data (i32.const 0x1050) "preview1 one more\00")
  (data (i32.const 0x1070) "preview1 4 GiB\00")
  (data (i32.const 0x1080) "preview1 nothing\00")
  (data (i32.const 0x10a0) "preview1 nothing at a wild address\00")
  (data (i32.const 0x10d0) "preview1 past the end\00")
  (data (i32.const 0x10f0) "preview1 wild address\00")
  (data (i32.const 0x1110) "unstable 16 bytes\00")
  (data (i32.const 0x1130) "unstable not all zero\00")
  (data (i32.const 0x1150) "unstable 64 KiB\00")
  (data (i32.const 0x1160) "unstable one more\00")
  (data (i32.const 0x1180) "unstable 4 GiB\00")
  (data (i32.const 0x1190) "unstable nothing\00")
  (data (i32.const 0x11b0) "unstable nothing at a wild address\00")
  (data (i32.const 0x11e0) "unstable past the end\00")
  (data (i32.const 0x1200) "unstable wild address\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 16 bytes
      (call $preview1_random_get (i32.const 0x40) (i32.const 0x10)))
    (call $report (i32.const 0x1020) ;; preview1 not all zero
      (i64.ne (i64.or (i64.load (i32.const 0x40)) (i64.load (i32.const 0x48))) (i64.const 0)))
    (call $report (i32.const 0x1040) ;; preview1 64 KiB
      (call $preview1_random_get (i32.const 0x10000) (i32.const 0x10000)))
    (call $report (i32.const 0x1050) ;; preview1 one more
      (call $preview1_random_get (i32.const 0x8000) (i32.const 0x10001)))
    (call $report (i32.const 0x1070) ;; preview1 4 GiB
      (call $preview1_random_get (i32.const 0x40) (i32.const -1)))
    (call $report (i32.const 0x1080) ;; preview1 nothing
      (call $preview1_random_get (i32.const 0x40) (i32.const 0)))
    (call $report (i32.const 0x10a0) ;; preview1 nothing at a wild address
      (call $preview1_random_get (i32.const -1) (i32.const 0)))
    (call $report (i32.const 0x10d0) ;; preview1 past the end
      (call $preview1_random_get (i32.const 0x1fff8) (i32.const 9)))
    (call $report (i32.const 0x10f0) ;; preview1 wild address
      (call $preview1_random_get (i32.const -1) (i32.const 0x10)))
    (call $report (i32.const 0x1110) ;; unstable 16 bytes
      (call $unstable_random_get (i32.const 0x40) (i32.const 0x10)))
    (call $report (i32.const 0x1130) ;; unstable not all zero
      (i64.ne (i64.or (i64.load (i32.const 0x40)) (i64.load (i32.const 0x48))) (i64.const 0)))
    (call $report (i32.const 0x1150) ;; unstable 64 KiB
      (call $unstable_random_get (i32.const 0x10000) (i32.const 0x10000)))
    (call $report (i32.const 0x1160) ;; unstable one more
      (call $unstable_random_get (i32.const 0x8000) (i32.const 0x10001)))
    (call $report (i32.const 0x1180) ;; unstable 4 GiB
      (call $unstable_random_get (i32.const 0x40) (i32.const -1)))
    (call $report (i32.const 0x1190) ;; unstable nothing
      (call $unstable_random_get (i32.const 0x40) (i32.const 0)))
    (call $report (i32.const 0x11b0) ;; unstable nothing at a wild address
      (call $unstable_random_get (i32.const -1) (i32.const 0)))
    (call $report (i32.const 0x11e0) ;; unstable past the end
      (call $unstable_random_get (i32.const 0x1fff8) (i32.const 9)))
    (call $report (i32.const 0x1200) ;; unstable wild address
      (call $unstable_random_get (i32.const -1) (i32.const 0x10)))
    (i32.const 0))
)
