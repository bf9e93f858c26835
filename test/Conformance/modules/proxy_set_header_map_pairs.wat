;; traffic: get
;; cases: 47 48 49 50
;; Replaces the whole map; names become lower case. Bytes that are not in the wire form are refused and change nothing.
;; An entry that cannot be a header is left out, the call succeeds all the same.

(module
  (import "env" "proxy_set_header_map_pairs"
    (func $set_header_map_pairs (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_pairs"
    (func $get_header_map_pairs (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "\01\00\00\00\01\00\00\00\01\00\00\00a\001\00")
  (data (i32.const 0x120)
    "\07\00\00\00\07\00\00\00\03\00\00\00\05\00\00\00\04\00\00\00\0a\00\00\00\0c\00\00\00\07\00\00\00\04"
    "\00\00\00\06\00\00\00\04\00\00\00\05\00\00\00\01\00\00\00\05\00\00\00\01\00\00\00:method\00GET\00:pa"
    "th\00/new\00:authority\00example.test\00:scheme\00http\00X-Case\00Kept\00x-two\001\00x-two\002\00")
  (data (i32.const 0x1c0) "\00")
  (data (i32.const 0x1d0) "\00\00\00\00")
  (data (i32.const 0x1e0)
    "\04\00\00\00\06\00\00\00\01\00\00\00\05\00\00\00\01\00\00\00\05\00\00\00\04\00\00\00\06\00\00\00\01"
    "\00\00\00x-good\001\00x\0abad\002\00x-bad\003\0d\0a4\00x-last\005\00")
  (data (i32.const 0x230) "\01\00\00\00")
  (data (i32.const 0x240) "\ff\ff\ff\ff\01\00\00\00\01\00\00\00a\001\00")
  (data (i32.const 0x260) "\01\00\00\00\01\00\00\00\01\00\00\00a\001")
  (data (i32.const 0x270) "\01\00\00\00\01\00\00\00\01\00\00\00ab1\00")
  (data (i32.const 0x290) "\01\00\00\00\01\00\00\00\01\00\00\00a\001x")
  (data (i32.const 0x2b0) "\01\00\00\00\01\00\00\00\01\00\00\00a\001\00\00")
  (data (i32.const 0x2d0) "\01\00\00\00\ff\ff\ff\ff\01\00\00\00a\001\00")
  (data (i32.const 0x2f0) "\02\00\00\00\07\00\00\00\03\00\00\00\03\00\00\00\01\00\00\00:status\00201\00x-r\001\00")

  (data (i32.const 0x1000) "no stream\00")
  (data (i32.const 0x1010) "replace all\00")
  (data (i32.const 0x1020) "then\00")
  (data (i32.const 0x1030) "no bytes\00")
  (data (i32.const 0x1040) "one zero byte\00")
  (data (i32.const 0x1050) "count 0\00")
  (data (i32.const 0x1060) "a name that cannot be\00")
  (data (i32.const 0x1080) "count without sizes\00")
  (data (i32.const 0x10a0) "largest count\00")
  (data (i32.const 0x10b0) "truncated\00")
  (data (i32.const 0x10c0) "no NUL after a name\00")
  (data (i32.const 0x10e0) "no NUL after a value\00")
  (data (i32.const 0x1100) "bytes behind the end\00")
  (data (i32.const 0x1120) "size of a name wraps\00")
  (data (i32.const 0x1140) "1025 entries\00")
  (data (i32.const 0x1150) "still\00")
  (data (i32.const 0x1160) "past the end\00")
  (data (i32.const 0x1170) "wraps\00")
  (data (i32.const 0x1180) "4 GiB\00")
  (data (i32.const 0x1190) "request trailers\00")
  (data (i32.const 0x11b0) "response headers\00")
  (data (i32.const 0x11d0) "response trailers\00")
  (data (i32.const 0x11f0) "grpc initial metadata\00")
  (data (i32.const 0x1210) "grpc trailing metadata\00")
  (data (i32.const 0x1230) "call response headers\00")
  (data (i32.const 0x1250) "call response trailers\00")
  (data (i32.const 0x1270) "map 8\00")
  (data (i32.const 0x1280) "map -1\00")
  (data (i32.const 0x1290) "at the end\00")
  (data (i32.const 0x12a0) "request headers later\00")
  (data (i32.const 0x12c0) "request headers in on_log\00")
  (data (i32.const 0x12e0) "response headers in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; no stream
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x100) (i32.const 0x10)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; replace all
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x120) (i32.const 0x94)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1030) ;; no bytes
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x100) (i32.const 0)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1010) ;; replace all
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x120) (i32.const 0x94)))
    (call $report (i32.const 0x1040) ;; one zero byte
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x1c0) (i32.const 1)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1010) ;; replace all
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x120) (i32.const 0x94)))
    (call $report (i32.const 0x1050) ;; count 0
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x1d0) (i32.const 4)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1060) ;; a name that cannot be
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x1e0) (i32.const 0x49)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1010) ;; replace all
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x120) (i32.const 0x94)))
    (call $report (i32.const 0x1080) ;; count without sizes
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x230) (i32.const 4)))
    (call $report (i32.const 0x10a0) ;; largest count
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x240) (i32.const 0x10)))
    (call $report (i32.const 0x10b0) ;; truncated
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x260) (i32.const 15)))
    (call $report (i32.const 0x10c0) ;; no NUL after a name
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x270) (i32.const 0x10)))
    (call $report (i32.const 0x10e0) ;; no NUL after a value
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x290) (i32.const 0x10)))
    (call $report (i32.const 0x1100) ;; bytes behind the end
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x2b0) (i32.const 0x11)))
    (call $report (i32.const 0x1120) ;; size of a name wraps
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x2d0) (i32.const 0x10)))
    (i32.store (i32.const 0x10000) (i32.const 1025))
    (call $report (i32.const 0x1140) ;; 1025 entries
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x10000) (i32.const 0x280e)))
    (call $report_bytes (i32.const 0x1150) ;; still
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1160) ;; past the end
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x1fffc) (i32.const 8)))
    (call $report (i32.const 0x1170) ;; wraps
      (call $set_header_map_pairs (i32.const 0) (i32.const 0xfffffff0) (i32.const 0x20)))
    (call $report (i32.const 0x1180) ;; 4 GiB
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x100) (i32.const -1)))
    (call $report (i32.const 0x1190) ;; request trailers
      (call $set_header_map_pairs (i32.const 1) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x11b0) ;; response headers
      (call $set_header_map_pairs (i32.const 2) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x11d0) ;; response trailers
      (call $set_header_map_pairs (i32.const 3) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x11f0) ;; grpc initial metadata
      (call $set_header_map_pairs (i32.const 4) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x1210) ;; grpc trailing metadata
      (call $set_header_map_pairs (i32.const 5) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x1230) ;; call response headers
      (call $set_header_map_pairs (i32.const 6) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x1250) ;; call response trailers
      (call $set_header_map_pairs (i32.const 7) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x1270) ;; map 8
      (call $set_header_map_pairs (i32.const 8) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x1280) ;; map -1
      (call $set_header_map_pairs (i32.const -1) (i32.const 0x100) (i32.const 0x10)))
    (call $report_bytes (i32.const 0x1290) ;; at the end
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x12a0) ;; request headers later
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x11b0) ;; response headers
      (call $set_header_map_pairs (i32.const 2) (i32.const 0x2f0) (i32.const 0x26)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_header_map_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x12c0) ;; request headers in on_log
      (call $set_header_map_pairs (i32.const 0) (i32.const 0x100) (i32.const 0x10)))
    (call $report (i32.const 0x12e0) ;; response headers in on_log
      (call $set_header_map_pairs (i32.const 2) (i32.const 0x100) (i32.const 0x10))))
)
