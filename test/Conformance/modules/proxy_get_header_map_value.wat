;; traffic: get
;; cases: 45 52 53
;; The first value of a name, in any case of letters. Maps that are not there now are refused; in on_log, where reading
;; is all there is, they are merely without the name. Request headers are gone after their own callback, as in Envoy.

(module
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_add_header_map_value"
    (func $add_header_map_value (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "x-empty")
  (data (i32.const 0x110) ":path")
  (data (i32.const 0x120) "X-Multi")
  (data (i32.const 0x130) "host")
  (data (i32.const 0x140) "x-missing")
  (data (i32.const 0x150) ":status")
  (data (i32.const 0x160) "Content-Type")
  (data (i32.const 0x170) "x")

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "entries\00")
  (data (i32.const 0x1020) "end of stream\00")
  (data (i32.const 0x1030) "path\00")
  (data (i32.const 0x1040) "bytes asked of the allocator\00")
  (data (i32.const 0x1060) "upper-case name\00")
  (data (i32.const 0x1070) "host means authority\00")
  (data (i32.const 0x1090) "empty value\00")
  (data (i32.const 0x10a0) "calls of the allocator\00")
  (data (i32.const 0x10c0) "missing\00")
  (data (i32.const 0x10d0) "no name\00")
  (data (i32.const 0x10e0) "no name at a wild address\00")
  (data (i32.const 0x1100) "request trailers\00")
  (data (i32.const 0x1120) "response headers\00")
  (data (i32.const 0x1140) "response trailers\00")
  (data (i32.const 0x1160) "grpc initial metadata\00")
  (data (i32.const 0x1180) "grpc trailing metadata\00")
  (data (i32.const 0x11a0) "call response headers\00")
  (data (i32.const 0x11c0) "call response trailers\00")
  (data (i32.const 0x11e0) "map 8\00")
  (data (i32.const 0x11f0) "map -1\00")
  (data (i32.const 0x1200) "name past the end\00")
  (data (i32.const 0x1220) "name wraps\00")
  (data (i32.const 0x1230) "name of 4 GiB\00")
  (data (i32.const 0x1240) "misaligned slots\00")
  (data (i32.const 0x1260) "address slot past the end\00")
  (data (i32.const 0x1280) "size slot past the end\00")
  (data (i32.const 0x12a0) "wild slots\00")
  (data (i32.const 0x12b0) "wild slot for an empty value\00")
  (data (i32.const 0x12d0) "status\00")
  (data (i32.const 0x12e0) "content type\00")
  (data (i32.const 0x12f0) "request header later\00")
  (data (i32.const 0x1310) "request header in on_log\00")
  (data (i32.const 0x1330) "response header in on_log\00")
  (data (i32.const 0x1350) "trailers in on_log\00")
  (data (i32.const 0x1370) "map 8 in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_bytes (i32.const 0x1000) ;; no stream
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; entries
      (local.get $count))
    (call $report (i32.const 0x1020) ;; end of stream
      (local.get $end_of_stream))
    (call $report_bytes (i32.const 0x1030) ;; path
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1040) ;; bytes asked of the allocator
      (global.get $last_allocation))
    (call $report_bytes (i32.const 0x1060) ;; upper-case name
      (call $get_header_map_value (i32.const 0) (i32.const 0x120) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1070) ;; host means authority
      (call $get_header_map_value (i32.const 0) (i32.const 0x130) (i32.const 4) (i32.const 0x10) (i32.const 0x14)))
    (drop (call $add_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0)))
    (global.set $allocations (i32.const 0))
    (call $report_bytes (i32.const 0x1090) ;; empty value
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10a0) ;; calls of the allocator
      (global.get $allocations))
    (call $report_bytes (i32.const 0x10c0) ;; missing
      (call $get_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 9) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10d0) ;; no name
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10e0) ;; no name at a wild address
      (call $get_header_map_value (i32.const 0) (i32.const -1) (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1100) ;; request trailers
      (call $get_header_map_value (i32.const 1) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1120) ;; response headers
      (call $get_header_map_value (i32.const 2) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1140) ;; response trailers
      (call $get_header_map_value (i32.const 3) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1160) ;; grpc initial metadata
      (call $get_header_map_value (i32.const 4) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1180) ;; grpc trailing metadata
      (call $get_header_map_value (i32.const 5) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11a0) ;; call response headers
      (call $get_header_map_value (i32.const 6) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11c0) ;; call response trailers
      (call $get_header_map_value (i32.const 7) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11e0) ;; map 8
      (call $get_header_map_value (i32.const 8) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11f0) ;; map -1
      (call $get_header_map_value (i32.const -1) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1200) ;; name past the end
      (call $get_header_map_value (i32.const 0) (i32.const 0x1fffc) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1220) ;; name wraps
      (call $get_header_map_value (i32.const 0) (i32.const 0xfffffff0) (i32.const 0x20) (i32.const 0x10)
        (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1230) ;; name of 4 GiB
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes_of (i32.const 0x1240) ;; misaligned slots
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x41)
        (i32.const 0x45)) (i32.const 0x41))
    (call $report (i32.const 0x1260) ;; address slot past the end
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x1280) ;; size slot past the end
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x1fffd)))
    (call $report (i32.const 0x12a0) ;; wild slots
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const -1) (i32.const -1)))
    (call $report (i32.const 0x12b0) ;; wild slot for an empty value
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 7) (i32.const -1) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x12d0) ;; status
      (call $get_header_map_value (i32.const 2) (i32.const 0x150) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x12e0) ;; content type
      (call $get_header_map_value (i32.const 2) (i32.const 0x160) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x12f0) ;; request header later
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_bytes (i32.const 0x1310) ;; request header in on_log
      (call $get_header_map_value (i32.const 0) (i32.const 0x110) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1330) ;; response header in on_log
      (call $get_header_map_value (i32.const 2) (i32.const 0x150) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1350) ;; trailers in on_log
      (call $get_header_map_value (i32.const 1) (i32.const 0x170) (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1370) ;; map 8 in on_log
      (call $get_header_map_value (i32.const 8) (i32.const 0x170) (i32.const 1) (i32.const 0x10) (i32.const 0x14))))
)
