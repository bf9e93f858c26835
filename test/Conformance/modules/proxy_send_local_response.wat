;; traffic: get
;; cases: 78 81 82 87
;; The answer replaces the server's one, whatever the callback returns, and passes the response callbacks. There is one
;; answer: a second one is accepted and dropped.

(module
  (import "env" "proxy_send_local_response"
    (func $send_local_response (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_buffer_bytes"
    (func $get_buffer_bytes (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "why not")
  (data (i32.const 0x110) "no")
  (data (i32.const 0x120) "\01\00\00\00\08\00\00\00\04\00\00\00X-Reason\00test\00")
  (data (i32.const 0x140) "\01\00\00\00")
  (data (i32.const 0x150) ":path")
  (data (i32.const 0x160) ":status")
  (data (i32.const 0x170) "x-reason")
  (data (i32.const 0x180) "content-type")
  (data (i32.const 0x190) "content-length")

  (data (i32.const 0x1000) "of a root\00")
  (data (i32.const 0x1010) "wild addresses without size\00")
  (data (i32.const 0x1030) "status 0 of a root\00")
  (data (i32.const 0x1050) "details past the end\00")
  (data (i32.const 0x1070) "body past the end\00")
  (data (i32.const 0x1090) "headers past the end\00")
  (data (i32.const 0x10b0) "body wraps\00")
  (data (i32.const 0x10c0) "body of 4 GiB\00")
  (data (i32.const 0x10d0) "answer\00")
  (data (i32.const 0x10e0) "second answer\00")
  (data (i32.const 0x10f0) "second answer with malformed headers\00")
  (data (i32.const 0x1120) "path after it\00")
  (data (i32.const 0x1130) "status\00")
  (data (i32.const 0x1140) "own header\00")
  (data (i32.const 0x1150) "content type\00")
  (data (i32.const 0x1160) "content length\00")
  (data (i32.const 0x1170) "end of stream\00")
  (data (i32.const 0x1180) "answer to the answer\00")
  (data (i32.const 0x11a0) "body\00")
  (data (i32.const 0x11b0) "status in on_log\00")
  (data (i32.const 0x11d0) "answer in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; of a root
      (call $send_local_response (i32.const 200) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x1010) ;; wild addresses without size
      (call $send_local_response (i32.const 200) (i32.const -1) (i32.const 0) (i32.const -1) (i32.const 0)
        (i32.const -1) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x1030) ;; status 0 of a root
      (call $send_local_response (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1050) ;; details past the end
      (call $send_local_response (i32.const 500) (i32.const 0x1fffc) (i32.const 5) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x1070) ;; body past the end
      (call $send_local_response (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0x1fffc) (i32.const 5)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x1090) ;; headers past the end
      (call $send_local_response (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0x1fffc) (i32.const 5) (i32.const -1)))
    (call $report (i32.const 0x10b0) ;; body wraps
      (call $send_local_response (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0xfffffff0)
        (i32.const 0x20) (i32.const 0) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x10c0) ;; body of 4 GiB
      (call $send_local_response (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const -1)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x10d0) ;; answer
      (call $send_local_response (i32.const 403) (i32.const 0x100) (i32.const 7) (i32.const 0x110)
        (i32.const 2) (i32.const 0x120) (i32.const 0x1a) (i32.const -1)))
    (call $report (i32.const 0x10e0) ;; second answer
      (call $send_local_response (i32.const 404) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (call $report (i32.const 0x10f0) ;; second answer with malformed headers
      (call $send_local_response (i32.const 404) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0x140) (i32.const 4) (i32.const -1)))
    (call $report_bytes (i32.const 0x1120) ;; path after it
      (call $get_header_map_value (i32.const 0) (i32.const 0x150) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1130) ;; status
      (call $get_header_map_value (i32.const 2) (i32.const 0x160) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1140) ;; own header
      (call $get_header_map_value (i32.const 2) (i32.const 0x170) (i32.const 8) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1150) ;; content type
      (call $get_header_map_value (i32.const 2) (i32.const 0x180) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1160) ;; content length
      (call $get_header_map_value (i32.const 2) (i32.const 0x190) (i32.const 14) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1170) ;; end of stream
      (local.get $end_of_stream))
    (call $report (i32.const 0x1180) ;; answer to the answer
      (call $send_local_response (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const -1)))
    (i32.const 0))

  (func (export "proxy_on_response_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x11a0) ;; body
      (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1170) ;; end of stream
      (local.get $end_of_stream))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_bytes (i32.const 0x11b0) ;; status in on_log
      (call $get_header_map_value (i32.const 2) (i32.const 0x160) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x11d0) ;; answer in on_log
      (call $send_local_response (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const -1))))
)
