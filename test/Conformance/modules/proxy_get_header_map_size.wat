;; traffic: get
;; The bytes of all names and values, without separators. Only for a map that could be written now.

(module
  (import "env" "proxy_get_header_map_size"
    (func $get_header_map_size (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "request headers\00")
  (data (i32.const 0x1020) "request trailers\00")
  (data (i32.const 0x1040) "response headers\00")
  (data (i32.const 0x1060) "response trailers\00")
  (data (i32.const 0x1080) "grpc initial metadata\00")
  (data (i32.const 0x10a0) "grpc trailing metadata\00")
  (data (i32.const 0x10c0) "call response headers\00")
  (data (i32.const 0x10e0) "call response trailers\00")
  (data (i32.const 0x1100) "map 8\00")
  (data (i32.const 0x1110) "map -1\00")
  (data (i32.const 0x1120) "misaligned slot\00")
  (data (i32.const 0x1130) "its value\00")
  (data (i32.const 0x1140) "slot past the end\00")
  (data (i32.const 0x1160) "wild slot\00")
  (data (i32.const 0x1170) "request headers in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; no stream
      (call $get_header_map_size (i32.const 0) (i32.const 0x10)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1010) ;; request headers
      (call $get_header_map_size (i32.const 0) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1020) ;; request trailers
      (call $get_header_map_size (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1040) ;; response headers
      (call $get_header_map_size (i32.const 2) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1060) ;; response trailers
      (call $get_header_map_size (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1080) ;; grpc initial metadata
      (call $get_header_map_size (i32.const 4) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10a0) ;; grpc trailing metadata
      (call $get_header_map_size (i32.const 5) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10c0) ;; call response headers
      (call $get_header_map_size (i32.const 6) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10e0) ;; call response trailers
      (call $get_header_map_size (i32.const 7) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1100) ;; map 8
      (call $get_header_map_size (i32.const 8) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1110) ;; map -1
      (call $get_header_map_size (i32.const -1) (i32.const 0x10)))
    (call $report (i32.const 0x1120) ;; misaligned slot
      (call $get_header_map_size (i32.const 0) (i32.const 0x41)))
    (call $report (i32.const 0x1130) ;; its value
      (i32.load align=1 (i32.const 0x41)))
    (call $report_u32 (i32.const 0x1140) ;; slot past the end
      (call $get_header_map_size (i32.const 0) (i32.const 0x1fffd)))
    (call $report_u32 (i32.const 0x1160) ;; wild slot
      (call $get_header_map_size (i32.const 0) (i32.const -1)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1040) ;; response headers
      (call $get_header_map_size (i32.const 2) (i32.const 0x10)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_u32 (i32.const 0x1170) ;; request headers in on_log
      (call $get_header_map_size (i32.const 0) (i32.const 0x10))))
)
