;; traffic: get
;; cases: 45
;; All entries in order, in the wire form of the ABI; a map that is not there now is an empty one.

(module
  (import "env" "proxy_get_header_map_pairs"
    (func $get_header_map_pairs (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "request headers\00")
  (data (i32.const 0x1020) "bytes asked of the allocator\00")
  (data (i32.const 0x1040) "request trailers\00")
  (data (i32.const 0x1060) "response headers\00")
  (data (i32.const 0x1080) "response trailers\00")
  (data (i32.const 0x10a0) "grpc initial metadata\00")
  (data (i32.const 0x10c0) "grpc trailing metadata\00")
  (data (i32.const 0x10e0) "call response headers\00")
  (data (i32.const 0x1100) "call response trailers\00")
  (data (i32.const 0x1120) "calls of the allocator\00")
  (data (i32.const 0x1140) "map 8\00")
  (data (i32.const 0x1150) "map -1\00")
  (data (i32.const 0x1160) "misaligned slots\00")
  (data (i32.const 0x1180) "address slot past the end\00")
  (data (i32.const 0x11a0) "size slot past the end\00")
  (data (i32.const 0x11c0) "wild slot for an empty map\00")
  (data (i32.const 0x11e0) "request headers later\00")
  (data (i32.const 0x1200) "request headers in on_log\00")
  (data (i32.const 0x1220) "response headers in on_log\00")
  (data (i32.const 0x1240) "trailers in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_bytes (i32.const 0x1000) ;; no stream
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1010) ;; request headers
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1020) ;; bytes asked of the allocator
      (global.get $last_allocation))
    (global.set $allocations (i32.const 0))
    (call $report_bytes (i32.const 0x1040) ;; request trailers
      (call $get_header_map_pairs (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1060) ;; response headers
      (call $get_header_map_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1080) ;; response trailers
      (call $get_header_map_pairs (i32.const 3) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10a0) ;; grpc initial metadata
      (call $get_header_map_pairs (i32.const 4) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10c0) ;; grpc trailing metadata
      (call $get_header_map_pairs (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10e0) ;; call response headers
      (call $get_header_map_pairs (i32.const 6) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1100) ;; call response trailers
      (call $get_header_map_pairs (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1120) ;; calls of the allocator
      (global.get $allocations))
    (call $report_bytes (i32.const 0x1140) ;; map 8
      (call $get_header_map_pairs (i32.const 8) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1150) ;; map -1
      (call $get_header_map_pairs (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes_of (i32.const 0x1160) ;; misaligned slots
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x41) (i32.const 0x45)) (i32.const 0x41))
    (call $report (i32.const 0x1180) ;; address slot past the end
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x11a0) ;; size slot past the end
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x1fffd)))
    (call $report (i32.const 0x11c0) ;; wild slot for an empty map
      (call $get_header_map_pairs (i32.const 2) (i32.const -1) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1060) ;; response headers
      (call $get_header_map_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11e0) ;; request headers later
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_bytes (i32.const 0x1200) ;; request headers in on_log
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1220) ;; response headers in on_log
      (call $get_header_map_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1240) ;; trailers in on_log
      (call $get_header_map_pairs (i32.const 1) (i32.const 0x10) (i32.const 0x14))))
)
