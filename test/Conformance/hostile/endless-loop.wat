;; expect: trap proxy_on_request_headers
;; limits: cpu
;; message: CPU budget
;; cases: 21
;; Never returns, never calls the host.

(module
  ;; include prelude

  (data (i32.const 0x1000) "before\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) (i32.const 0))
    (loop $again (br $again))
    (i32.const 0))

  ;; A failed VM is left alone.
  (data (i32.const 0x1100) "must not be called\00")
  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x1100) (i32.const 0)))
  (func (export "proxy_on_done") (param $context i32) (result i32)
    (call $report (i32.const 0x1100) (i32.const 0))
    (i32.const 1))
  (func (export "proxy_on_delete") (param $context i32)
    (call $report (i32.const 0x1100) (i32.const 0)))
)
