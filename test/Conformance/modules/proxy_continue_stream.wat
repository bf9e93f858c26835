;; traffic: get
;; cases: 89 90
;; Takes effect after the callback: a callback that continues and then pauses goes on. Kinds of stream the context is
;; not are accepted without effect; the upstream kind is for TCP alone, so a stream of HTTP answers Unimplemented.

(module
  (import "env" "proxy_continue_stream"
    (func $continue_stream (param i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "request of a root\00")
  (data (i32.const 0x1020) "downstream\00")
  (data (i32.const 0x1030) "upstream\00")
  (data (i32.const 0x1040) "stream 4\00")
  (data (i32.const 0x1050) "stream -1\00")
  (data (i32.const 0x1060) "request\00")
  (data (i32.const 0x1070) "still in the callback\00")
  (data (i32.const 0x1090) "response\00")
  (data (i32.const 0x10a0) "request in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; request of a root
      (call $continue_stream (i32.const 0)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1020) ;; downstream
      (call $continue_stream (i32.const 2)))
    (call $report (i32.const 0x1030) ;; upstream
      (call $continue_stream (i32.const 3)))
    (call $report (i32.const 0x1040) ;; stream 4
      (call $continue_stream (i32.const 4)))
    (call $report (i32.const 0x1050) ;; stream -1
      (call $continue_stream (i32.const -1)))
    (call $report (i32.const 0x1060) ;; request
      (call $continue_stream (i32.const 0)))
    (call $report (i32.const 0x1070) ;; still in the callback
      (i32.const 1))
    (i32.const 1))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1090) ;; response
      (call $continue_stream (i32.const 1)))
    (i32.const 1))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x10a0) ;; request in on_log
      (call $continue_stream (i32.const 0))))
)
