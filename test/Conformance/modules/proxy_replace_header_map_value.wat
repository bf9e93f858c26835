;; traffic: get
;; cases: 41
;; One value in place of all there were; a missing name is added. What cannot be a header changes nothing, with status
;; OK.

(module
  (import "env" "proxy_replace_header_map_value"
    (func $replace_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_pairs"
    (func $get_header_map_pairs (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "x-new")
  (data (i32.const 0x110) "1")
  (data (i32.const 0x120) "X-Multi")
  (data (i32.const 0x130) "three")
  (data (i32.const 0x140) "x-multi")
  (data (i32.const 0x150) ":path")
  (data (i32.const 0x160) "/other")
  (data (i32.const 0x170) "host")
  (data (i32.const 0x180) "other.test")
  (data (i32.const 0x190) "a\0d\0ab")
  (data (i32.const 0x1a0) "a\00b")
  (data (i32.const 0x1b0) "x\0abreak")
  (data (i32.const 0x1c0) ":status")
  (data (i32.const 0x1d0) "201")

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "two values by one\00")
  (data (i32.const 0x1030) "value\00")
  (data (i32.const 0x1040) "path\00")
  (data (i32.const 0x1050) "host means authority\00")
  (data (i32.const 0x1070) "new name\00")
  (data (i32.const 0x1080) "value of the new name\00")
  (data (i32.const 0x10a0) "empty value\00")
  (data (i32.const 0x10b0) "line break in the value\00")
  (data (i32.const 0x10d0) "unchanged\00")
  (data (i32.const 0x10e0) "NUL in the value\00")
  (data (i32.const 0x1100) "line break in the name\00")
  (data (i32.const 0x1120) "no name\00")
  (data (i32.const 0x1130) "all\00")
  (data (i32.const 0x1140) "name past the end\00")
  (data (i32.const 0x1160) "value past the end\00")
  (data (i32.const 0x1180) "name wraps\00")
  (data (i32.const 0x1190) "value of 4 GiB\00")
  (data (i32.const 0x11a0) "request trailers\00")
  (data (i32.const 0x11c0) "response headers\00")
  (data (i32.const 0x11e0) "response trailers\00")
  (data (i32.const 0x1200) "grpc initial metadata\00")
  (data (i32.const 0x1220) "grpc trailing metadata\00")
  (data (i32.const 0x1240) "call response headers\00")
  (data (i32.const 0x1260) "call response trailers\00")
  (data (i32.const 0x1280) "map 8\00")
  (data (i32.const 0x1290) "map -1\00")
  (data (i32.const 0x12a0) "all at the end\00")
  (data (i32.const 0x12b0) "request headers later\00")
  (data (i32.const 0x12d0) "status\00")
  (data (i32.const 0x12e0) "then\00")
  (data (i32.const 0x12f0) "request headers in on_log\00")
  (data (i32.const 0x1310) "response headers in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; no stream
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; two values by one
      (call $replace_header_map_value (i32.const 0) (i32.const 0x120) (i32.const 7) (i32.const 0x130) (i32.const 5)))
    (call $report_bytes (i32.const 0x1030) ;; value
      (call $get_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1040) ;; path
      (call $replace_header_map_value (i32.const 0) (i32.const 0x150) (i32.const 5) (i32.const 0x160) (i32.const 6)))
    (call $report (i32.const 0x1050) ;; host means authority
      (call $replace_header_map_value (i32.const 0) (i32.const 0x170) (i32.const 4) (i32.const 0x180) (i32.const 10)))
    (call $report (i32.const 0x1070) ;; new name
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report_bytes (i32.const 0x1080) ;; value of the new name
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10a0) ;; empty value
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x100) (i32.const 0)))
    (call $report (i32.const 0x10b0) ;; line break in the value
      (call $replace_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 7) (i32.const 0x190) (i32.const 4)))
    (call $report_bytes (i32.const 0x10d0) ;; unchanged
      (call $get_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10e0) ;; NUL in the value
      (call $replace_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 7) (i32.const 0x1a0) (i32.const 3)))
    (call $report_bytes (i32.const 0x10d0) ;; unchanged
      (call $get_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1100) ;; line break in the name
      (call $replace_header_map_value (i32.const 0) (i32.const 0x1b0) (i32.const 7) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1120) ;; no name
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 0) (i32.const 0x110) (i32.const 1)))
    (call $report_bytes (i32.const 0x1130) ;; all
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1140) ;; name past the end
      (call $replace_header_map_value (i32.const 0) (i32.const 0x1fffc) (i32.const 5) (i32.const 0x110)
        (i32.const 1)))
    (call $report (i32.const 0x1160) ;; value past the end
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x1fffc)
        (i32.const 5)))
    (call $report (i32.const 0x1180) ;; name wraps
      (call $replace_header_map_value (i32.const 0) (i32.const 0xfffffff0) (i32.const 0x20) (i32.const 0x110)
        (i32.const 1)))
    (call $report (i32.const 0x1190) ;; value of 4 GiB
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x100) (i32.const -1)))
    (call $report (i32.const 0x11a0) ;; request trailers
      (call $replace_header_map_value (i32.const 1) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x11c0) ;; response headers
      (call $replace_header_map_value (i32.const 2) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x11e0) ;; response trailers
      (call $replace_header_map_value (i32.const 3) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1200) ;; grpc initial metadata
      (call $replace_header_map_value (i32.const 4) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1220) ;; grpc trailing metadata
      (call $replace_header_map_value (i32.const 5) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1240) ;; call response headers
      (call $replace_header_map_value (i32.const 6) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1260) ;; call response trailers
      (call $replace_header_map_value (i32.const 7) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1280) ;; map 8
      (call $replace_header_map_value (i32.const 8) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1290) ;; map -1
      (call $replace_header_map_value (i32.const -1) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report_bytes (i32.const 0x12a0) ;; all at the end
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x12b0) ;; request headers later
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x12d0) ;; status
      (call $replace_header_map_value (i32.const 2) (i32.const 0x1c0) (i32.const 7) (i32.const 0x1d0) (i32.const 3)))
    (call $report_bytes (i32.const 0x12e0) ;; then
      (call $get_header_map_value (i32.const 2) (i32.const 0x1c0) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x12f0) ;; request headers in on_log
      (call $replace_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1310) ;; response headers in on_log
      (call $replace_header_map_value (i32.const 2) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1))))
)
