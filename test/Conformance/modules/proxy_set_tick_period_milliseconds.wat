;; traffic: get
;; cases: 113
;; Arms, re-arms or (with 0) stops the root's timer, from whatever context; always OK.

(module
  (import "env" "proxy_set_tick_period_milliseconds"
    (func $set_tick_period_milliseconds (param i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "largest period\00")
  (data (i32.const 0x1010) "one second\00")
  (data (i32.const 0x1020) "again from a stream\00")
  (data (i32.const 0x1040) "stop\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; largest period
      (call $set_tick_period_milliseconds (i32.const -1)))
    (call $report (i32.const 0x1010) ;; one second
      (call $set_tick_period_milliseconds (i32.const 1000)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1020) ;; again from a stream
      (call $set_tick_period_milliseconds (i32.const 1000)))
    (i32.const 0))

  (func (export "proxy_on_tick") (param $context i32)
    (call $report (i32.const 0x1040) ;; stop
      (call $set_tick_period_milliseconds (i32.const 0))))
)
