;; traffic: get
;; A function of ABI 0.1.0: proxy_continue_stream for the response.

(module
  (import "env" "proxy_continue_response"
    (func $continue_response (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "of a root\00")
  (data (i32.const 0x1010) "of a stream\00")
  (data (i32.const 0x1020) "the stream ends\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; of a root
      (call $continue_response))
    (i32.const 1))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; of a stream
      (call $continue_response))
    (i32.const 1))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x1020) ;; the stream ends
      (i32.const 1)))
)
