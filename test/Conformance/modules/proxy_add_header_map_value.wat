;; traffic: get
;; cases: 39 40 43
;; Appends an entry; the well-known headers that are one line join their values instead. What cannot be a header is not
;; stored, with status OK.

(module
  (import "env" "proxy_add_header_map_value"
    (func $add_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_pairs"
    (func $get_header_map_pairs (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "x-new")
  (data (i32.const 0x110) "1")
  (data (i32.const 0x120) "X-New")
  (data (i32.const 0x130) "2")
  (data (i32.const 0x140) "x-forwarded-for")
  (data (i32.const 0x150) "10.0.0.1")
  (data (i32.const 0x160) "10.0.0.2")
  (data (i32.const 0x170) "cookie")
  (data (i32.const 0x180) "a=1")
  (data (i32.const 0x190) "b=2")
  (data (i32.const 0x1a0) "x-empty")
  (data (i32.const 0x1b0) "x-bytes")
  (data (i32.const 0x1c0) "\c3\a9\ff")
  (data (i32.const 0x1d0) "x-break")
  (data (i32.const 0x1e0) "a\0d\0ab")
  (data (i32.const 0x1f0) "a\00b")
  (data (i32.const 0x200) "x\0abreak")
  (data (i32.const 0x210) "set-cookie")

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "new name\00")
  (data (i32.const 0x1020) "a second, upper case\00")
  (data (i32.const 0x1040) "first of both\00")
  (data (i32.const 0x1050) "one-line header\00")
  (data (i32.const 0x1060) "and another value\00")
  (data (i32.const 0x1080) "joined\00")
  (data (i32.const 0x1090) "cookie\00")
  (data (i32.const 0x10a0) "another cookie\00")
  (data (i32.const 0x10b0) "cookies\00")
  (data (i32.const 0x10c0) "empty value\00")
  (data (i32.const 0x10d0) "its value\00")
  (data (i32.const 0x10e0) "any bytes\00")
  (data (i32.const 0x10f0) "the same bytes\00")
  (data (i32.const 0x1100) "line break in the value\00")
  (data (i32.const 0x1120) "not stored\00")
  (data (i32.const 0x1130) "NUL in the value\00")
  (data (i32.const 0x1150) "line break in the name\00")
  (data (i32.const 0x1170) "no name\00")
  (data (i32.const 0x1180) "all\00")
  (data (i32.const 0x1190) "name past the end\00")
  (data (i32.const 0x11b0) "value past the end\00")
  (data (i32.const 0x11d0) "name wraps\00")
  (data (i32.const 0x11e0) "value wraps\00")
  (data (i32.const 0x11f0) "value of 4 GiB\00")
  (data (i32.const 0x1200) "request trailers\00")
  (data (i32.const 0x1220) "response headers\00")
  (data (i32.const 0x1240) "response trailers\00")
  (data (i32.const 0x1260) "grpc initial metadata\00")
  (data (i32.const 0x1280) "grpc trailing metadata\00")
  (data (i32.const 0x12a0) "call response headers\00")
  (data (i32.const 0x12c0) "call response trailers\00")
  (data (i32.const 0x12e0) "map 8\00")
  (data (i32.const 0x12f0) "map -1\00")
  (data (i32.const 0x1300) "all at the end\00")
  (data (i32.const 0x1310) "request headers later\00")
  (data (i32.const 0x1330) "set-cookie\00")
  (data (i32.const 0x1340) "another set-cookie\00")
  (data (i32.const 0x1360) "request headers in on_log\00")
  (data (i32.const 0x1380) "response headers in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; no stream
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; new name
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1020) ;; a second, upper case
      (call $add_header_map_value (i32.const 0) (i32.const 0x120) (i32.const 5) (i32.const 0x130) (i32.const 1)))
    (call $report_bytes (i32.const 0x1040) ;; first of both
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1050) ;; one-line header
      (call $add_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 15) (i32.const 0x150) (i32.const 8)))
    (call $report (i32.const 0x1060) ;; and another value
      (call $add_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 15) (i32.const 0x160) (i32.const 8)))
    (call $report_bytes (i32.const 0x1080) ;; joined
      (call $get_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 15) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1090) ;; cookie
      (call $add_header_map_value (i32.const 0) (i32.const 0x170) (i32.const 6) (i32.const 0x180) (i32.const 3)))
    (call $report (i32.const 0x10a0) ;; another cookie
      (call $add_header_map_value (i32.const 0) (i32.const 0x170) (i32.const 6) (i32.const 0x190) (i32.const 3)))
    (call $report_bytes (i32.const 0x10b0) ;; cookies
      (call $get_header_map_value (i32.const 0) (i32.const 0x170) (i32.const 6) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10c0) ;; empty value
      (call $add_header_map_value (i32.const 0) (i32.const 0x1a0) (i32.const 7) (i32.const 0x100) (i32.const 0)))
    (call $report_bytes (i32.const 0x10d0) ;; its value
      (call $get_header_map_value (i32.const 0) (i32.const 0x1a0) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10e0) ;; any bytes
      (call $add_header_map_value (i32.const 0) (i32.const 0x1b0) (i32.const 7) (i32.const 0x1c0) (i32.const 3)))
    (call $report_bytes (i32.const 0x10f0) ;; the same bytes
      (call $get_header_map_value (i32.const 0) (i32.const 0x1b0) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1100) ;; line break in the value
      (call $add_header_map_value (i32.const 0) (i32.const 0x1d0) (i32.const 7) (i32.const 0x1e0) (i32.const 4)))
    (call $report_bytes (i32.const 0x1120) ;; not stored
      (call $get_header_map_value (i32.const 0) (i32.const 0x1d0) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1130) ;; NUL in the value
      (call $add_header_map_value (i32.const 0) (i32.const 0x1d0) (i32.const 7) (i32.const 0x1f0) (i32.const 3)))
    (call $report_bytes (i32.const 0x1120) ;; not stored
      (call $get_header_map_value (i32.const 0) (i32.const 0x1d0) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1150) ;; line break in the name
      (call $add_header_map_value (i32.const 0) (i32.const 0x200) (i32.const 7) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1170) ;; no name
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 0) (i32.const 0x110) (i32.const 1)))
    (call $report_bytes (i32.const 0x1180) ;; all
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1190) ;; name past the end
      (call $add_header_map_value (i32.const 0) (i32.const 0x1fffc) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x11b0) ;; value past the end
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x1fffc) (i32.const 5)))
    (call $report (i32.const 0x11d0) ;; name wraps
      (call $add_header_map_value (i32.const 0) (i32.const 0xfffffff0) (i32.const 0x20) (i32.const 0x110)
        (i32.const 1)))
    (call $report (i32.const 0x11e0) ;; value wraps
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0xfffffff0)
        (i32.const 0x20)))
    (call $report (i32.const 0x11f0) ;; value of 4 GiB
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x100) (i32.const -1)))
    (call $report (i32.const 0x1200) ;; request trailers
      (call $add_header_map_value (i32.const 1) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1220) ;; response headers
      (call $add_header_map_value (i32.const 2) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1240) ;; response trailers
      (call $add_header_map_value (i32.const 3) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1260) ;; grpc initial metadata
      (call $add_header_map_value (i32.const 4) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1280) ;; grpc trailing metadata
      (call $add_header_map_value (i32.const 5) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x12a0) ;; call response headers
      (call $add_header_map_value (i32.const 6) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x12c0) ;; call response trailers
      (call $add_header_map_value (i32.const 7) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x12e0) ;; map 8
      (call $add_header_map_value (i32.const 8) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x12f0) ;; map -1
      (call $add_header_map_value (i32.const -1) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report_bytes (i32.const 0x1300) ;; all at the end
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1310) ;; request headers later
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1330) ;; set-cookie
      (call $add_header_map_value (i32.const 2) (i32.const 0x210) (i32.const 10) (i32.const 0x180) (i32.const 3)))
    (call $report (i32.const 0x1340) ;; another set-cookie
      (call $add_header_map_value (i32.const 2) (i32.const 0x210) (i32.const 10) (i32.const 0x190) (i32.const 3)))
    (call $report_bytes (i32.const 0x1180) ;; all
      (call $get_header_map_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x1360) ;; request headers in on_log
      (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1380) ;; response headers in on_log
      (call $add_header_map_value (i32.const 2) (i32.const 0x100) (i32.const 5) (i32.const 0x110) (i32.const 1))))
)
