;; traffic: get
;; Answers at once with no events: a runtime that sleeps here must not stop the proxy.

(module
  (import "wasi_snapshot_preview1" "poll_oneoff"
    (func $preview1_poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "poll_oneoff"
    (func $unstable_poll_oneoff (param i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 no subscriptions\00")
  (data (i32.const 0x1020) "preview1 one subscription\00")
  (data (i32.const 0x1040) "preview1 slot past the end\00")
  (data (i32.const 0x1060) "unstable no subscriptions\00")
  (data (i32.const 0x1080) "unstable one subscription\00")
  (data (i32.const 0x10a0) "unstable slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; preview1 no subscriptions
      (call $preview1_poll_oneoff (i32.const 0x40) (i32.const 0x60) (i32.const 0) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1020) ;; preview1 one subscription
      (call $preview1_poll_oneoff (i32.const 0x100) (i32.const 0x200) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1040) ;; preview1 slot past the end
      (call $preview1_poll_oneoff (i32.const 0x40) (i32.const 0x60) (i32.const 0) (i32.const 0x1fffd)))
    (call $report_u32 (i32.const 0x1060) ;; unstable no subscriptions
      (call $unstable_poll_oneoff (i32.const 0x40) (i32.const 0x60) (i32.const 0) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1080) ;; unstable one subscription
      (call $unstable_poll_oneoff (i32.const 0x100) (i32.const 0x200) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10a0) ;; unstable slot past the end
      (call $unstable_poll_oneoff (i32.const 0x40) (i32.const 0x60) (i32.const 0) (i32.const 0x1fffd)))
    (i32.const 0))
)
