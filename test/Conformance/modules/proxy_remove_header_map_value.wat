;; traffic: get
;; cases: 42
;; Removes every value of a name; a name that is not there is no error.

(module
  (import "env" "proxy_remove_header_map_value"
    (func $remove_header_map_value (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_pairs"
    (func $get_header_map_pairs (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "x-multi")
  (data (i32.const 0x110) "X-MULTI")
  (data (i32.const 0x120) "content-type")

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "past the end\00")
  (data (i32.const 0x1020) "wraps\00")
  (data (i32.const 0x1030) "4 GiB\00")
  (data (i32.const 0x1040) "no name\00")
  (data (i32.const 0x1050) "no name at a wild address\00")
  (data (i32.const 0x1070) "request trailers\00")
  (data (i32.const 0x1090) "response headers\00")
  (data (i32.const 0x10b0) "response trailers\00")
  (data (i32.const 0x10d0) "grpc initial metadata\00")
  (data (i32.const 0x10f0) "grpc trailing metadata\00")
  (data (i32.const 0x1110) "call response headers\00")
  (data (i32.const 0x1130) "call response trailers\00")
  (data (i32.const 0x1150) "map 8\00")
  (data (i32.const 0x1160) "map -1\00")
  (data (i32.const 0x1170) "unchanged\00")
  (data (i32.const 0x1180) "both values\00")
  (data (i32.const 0x1190) "then\00")
  (data (i32.const 0x11a0) "missing\00")
  (data (i32.const 0x11b0) "all\00")
  (data (i32.const 0x11c0) "request headers later\00")
  (data (i32.const 0x11e0) "content type\00")
  (data (i32.const 0x11f0) "request headers in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; no stream
      (call $remove_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; past the end
      (call $remove_header_map_value (i32.const 0) (i32.const 0x1fffc) (i32.const 5)))
    (call $report (i32.const 0x1020) ;; wraps
      (call $remove_header_map_value (i32.const 0) (i32.const 0xfffffff0) (i32.const 0x20)))
    (call $report (i32.const 0x1030) ;; 4 GiB
      (call $remove_header_map_value (i32.const 0) (i32.const 0x100) (i32.const -1)))
    (call $report (i32.const 0x1040) ;; no name
      (call $remove_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 0)))
    (call $report (i32.const 0x1050) ;; no name at a wild address
      (call $remove_header_map_value (i32.const 0) (i32.const -1) (i32.const 0)))
    (call $report (i32.const 0x1070) ;; request trailers
      (call $remove_header_map_value (i32.const 1) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x1090) ;; response headers
      (call $remove_header_map_value (i32.const 2) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x10b0) ;; response trailers
      (call $remove_header_map_value (i32.const 3) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x10d0) ;; grpc initial metadata
      (call $remove_header_map_value (i32.const 4) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x10f0) ;; grpc trailing metadata
      (call $remove_header_map_value (i32.const 5) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x1110) ;; call response headers
      (call $remove_header_map_value (i32.const 6) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x1130) ;; call response trailers
      (call $remove_header_map_value (i32.const 7) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x1150) ;; map 8
      (call $remove_header_map_value (i32.const 8) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x1160) ;; map -1
      (call $remove_header_map_value (i32.const -1) (i32.const 0x100) (i32.const 7)))
    (call $report_bytes (i32.const 0x1170) ;; unchanged
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1180) ;; both values
      (call $remove_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 7)))
    (call $report_bytes (i32.const 0x1190) ;; then
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x11a0) ;; missing
      (call $remove_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7)))
    (call $report_bytes (i32.const 0x11b0) ;; all
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x11c0) ;; request headers later
      (call $remove_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7)))
    (call $report (i32.const 0x11e0) ;; content type
      (call $remove_header_map_value (i32.const 2) (i32.const 0x120) (i32.const 12)))
    (call $report_bytes (i32.const 0x11b0) ;; all
      (call $get_header_map_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x11f0) ;; request headers in on_log
      (call $remove_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7))))
)
