;; traffic: get
;; cases: 88
;; Ends the stream after the callback: no response, only log, done and delete.

(module
  (import "env" "proxy_close_stream"
    (func $close_stream (param i32) (result i32)))
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) ":path")

  (data (i32.const 0x1000) "request of a root\00")
  (data (i32.const 0x1020) "stream 4\00")
  (data (i32.const 0x1030) "stream -1\00")
  (data (i32.const 0x1040) "request\00")
  (data (i32.const 0x1050) "path after it\00")
  (data (i32.const 0x1060) "response headers must not come\00")
  (data (i32.const 0x1080) "request in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; request of a root
      (call $close_stream (i32.const 0)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1020) ;; stream 4
      (call $close_stream (i32.const 4)))
    (call $report (i32.const 0x1030) ;; stream -1
      (call $close_stream (i32.const -1)))
    (call $report (i32.const 0x1040) ;; request
      (call $close_stream (i32.const 0)))
    (call $report_bytes (i32.const 0x1050) ;; path after it
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1060) ;; response headers must not come
      (i32.const 1))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x1080) ;; request in on_log
      (call $close_stream (i32.const 0))))
)
