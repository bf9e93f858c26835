;; traffic: get
;; cases: 37
;; The functions of a callback act on the effective context; it is forgotten when the callback ends. Id 0 means: the
;; current one again.

(module
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_set_effective_context"
    (func $set_effective_context (param i32) (result i32)))

  ;; include prelude

  (global $root (mut i32) (i32.const 0))
  (global $stream (mut i32) (i32.const 0))

  (data (i32.const 0x100) ":path")
  (data (i32.const 0x110) ":status")

  (data (i32.const 0x1000) "path of the stream\00")
  (data (i32.const 0x1020) "the root\00")
  (data (i32.const 0x1030) "path of the root\00")
  (data (i32.const 0x1050) "unknown id\00")
  (data (i32.const 0x1060) "path after the unknown id\00")
  (data (i32.const 0x1080) "id 0\00")
  (data (i32.const 0x1090) "path again\00")
  (data (i32.const 0x10a0) "id -1\00")
  (data (i32.const 0x10b0) "the stream itself\00")
  (data (i32.const 0x10d0) "the root at the end\00")
  (data (i32.const 0x10f0) "status in the next callback\00")
  (data (i32.const 0x1110) "a deleted stream\00")

  (func (export "proxy_on_context_create") (param $context i32) (param $parent i32)
    (if (i32.eqz (local.get $parent)) (then (global.set $root (local.get $context))))
    (if (local.get $parent) (then (global.set $stream (local.get $context)))))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1000) ;; path of the stream
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1020) ;; the root
      (call $set_effective_context (global.get $root)))
    (call $report_bytes (i32.const 0x1030) ;; path of the root
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1050) ;; unknown id
      (call $set_effective_context (i32.const 999)))
    (call $report_bytes (i32.const 0x1060) ;; path after the unknown id
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1080) ;; id 0
      (call $set_effective_context (i32.const 0)))
    (call $report_bytes (i32.const 0x1090) ;; path again
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10a0) ;; id -1
      (call $set_effective_context (i32.const -1)))
    (call $report (i32.const 0x10b0) ;; the stream itself
      (call $set_effective_context (global.get $stream)))
    (call $report_bytes (i32.const 0x1000) ;; path of the stream
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10d0) ;; the root at the end
      (call $set_effective_context (global.get $root)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x10f0) ;; status in the next callback
      (call $get_header_map_value (i32.const 2) (i32.const 0x110) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_done") (param $context i32) (result i32)
    (if (i32.eq (local.get $context) (global.get $root))
      (then
        (call $report (i32.const 0x1110) ;; a deleted stream
          (call $set_effective_context (global.get $stream)))))
    (i32.const 1))
)
