;; traffic: get
;; Nothing to yield to.

(module
  (import "wasi_snapshot_preview1" "sched_yield"
    (func $preview1_sched_yield (result i32)))
  (import "wasi_unstable" "sched_yield"
    (func $unstable_sched_yield (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 yield\00")
  (data (i32.const 0x1010) "unstable yield\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 yield
      (call $preview1_sched_yield))
    (call $report (i32.const 0x1010) ;; unstable yield
      (call $unstable_sched_yield))
    (i32.const 0))
)
