;; traffic: get
;; Ends the callback with a trap and the VM with it: nothing is called any more. The addresses are those of UTF-16 texts
;; as AssemblyScript lays them out, and wild here.

(module
  (import "env" "abort"
    (func $abort (param i32 i32 i32 i32)))

  ;; include prelude

  (data (i32.const 0x1000) "before\00")
  (data (i32.const 0x1010) "behind\00")
  (data (i32.const 0x1020) "must not be called\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; before
      (i32.const 0))
    (call $abort (i32.const -1) (i32.const 0x1ffff) (i32.const 12) (i32.const 34))
    (call $report (i32.const 0x1010) ;; behind
      (i32.const 0))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1020) ;; must not be called
      (i32.const 0))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x1020) ;; must not be called
      (i32.const 0)))

  (func (export "proxy_on_done") (param $context i32) (result i32)
    (call $report (i32.const 0x1020) ;; must not be called
      (i32.const 0))
    (i32.const 0))

  (func (export "proxy_on_delete") (param $context i32)
    (call $report (i32.const 0x1020) ;; must not be called
      (i32.const 0)))
)
