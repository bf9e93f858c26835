;; traffic: get
;; cases: 118 143
;; Remembers bytes under a path for the rest of the stream. A root has no stream; what the host itself knows is not
;; changed.

(module
  (import "env" "proxy_set_property"
    (func $set_property (param i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_property"
    (func $get_property (param i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "mine")
  (data (i32.const 0x110) "1")
  (data (i32.const 0x120) "22")
  (data (i32.const 0x130) "my\00own")
  (data (i32.const 0x140) "3")
  (data (i32.const 0x150) "my")
  (data (i32.const 0x160) "nothing")
  (data (i32.const 0x170) "bytes")
  (data (i32.const 0x180) "\00\ff\0a")
  (data (i32.const 0x190) "request\00path")
  (data (i32.const 0x1a0) "/other")

  (data (i32.const 0x1000) "of a root\00")
  (data (i32.const 0x1010) "new\00")
  (data (i32.const 0x1020) "then\00")
  (data (i32.const 0x1030) "again\00")
  (data (i32.const 0x1040) "two segments\00")
  (data (i32.const 0x1050) "then two segments\00")
  (data (i32.const 0x1070) "only the first segment\00")
  (data (i32.const 0x1090) "empty value\00")
  (data (i32.const 0x10a0) "then the empty value\00")
  (data (i32.const 0x10c0) "any bytes\00")
  (data (i32.const 0x10d0) "then the bytes\00")
  (data (i32.const 0x10e0) "over the request's path\00")
  (data (i32.const 0x1100) "the request's path\00")
  (data (i32.const 0x1120) "path past the end\00")
  (data (i32.const 0x1140) "value past the end\00")
  (data (i32.const 0x1160) "path wraps\00")
  (data (i32.const 0x1170) "value of 4 GiB\00")
  (data (i32.const 0x1180) "unchanged\00")
  (data (i32.const 0x1190) "in the response\00")
  (data (i32.const 0x11a0) "in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; of a root
      (call $set_property (i32.const 0x100) (i32.const 4) (i32.const 0x110) (i32.const 1)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; new
      (call $set_property (i32.const 0x100) (i32.const 4) (i32.const 0x110) (i32.const 1)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_property (i32.const 0x100) (i32.const 4) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1030) ;; again
      (call $set_property (i32.const 0x100) (i32.const 4) (i32.const 0x120) (i32.const 2)))
    (call $report_bytes (i32.const 0x1020) ;; then
      (call $get_property (i32.const 0x100) (i32.const 4) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1040) ;; two segments
      (call $set_property (i32.const 0x130) (i32.const 6) (i32.const 0x140) (i32.const 1)))
    (call $report_bytes (i32.const 0x1050) ;; then two segments
      (call $get_property (i32.const 0x130) (i32.const 6) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1070) ;; only the first segment
      (call $get_property (i32.const 0x150) (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1090) ;; empty value
      (call $set_property (i32.const 0x160) (i32.const 7) (i32.const 0x100) (i32.const 0)))
    (call $report_bytes (i32.const 0x10a0) ;; then the empty value
      (call $get_property (i32.const 0x160) (i32.const 7) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10c0) ;; any bytes
      (call $set_property (i32.const 0x170) (i32.const 5) (i32.const 0x180) (i32.const 3)))
    (call $report_bytes (i32.const 0x10d0) ;; then the bytes
      (call $get_property (i32.const 0x170) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x10e0) ;; over the request's path
      (call $set_property (i32.const 0x190) (i32.const 12) (i32.const 0x1a0) (i32.const 6)))
    (call $report_bytes (i32.const 0x1100) ;; the request's path
      (call $get_property (i32.const 0x190) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1120) ;; path past the end
      (call $set_property (i32.const 0x1fffc) (i32.const 5) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1140) ;; value past the end
      (call $set_property (i32.const 0x100) (i32.const 4) (i32.const 0x1fffc) (i32.const 5)))
    (call $report (i32.const 0x1160) ;; path wraps
      (call $set_property (i32.const 0xfffffff0) (i32.const 0x20) (i32.const 0x110) (i32.const 1)))
    (call $report (i32.const 0x1170) ;; value of 4 GiB
      (call $set_property (i32.const 0x100) (i32.const 4) (i32.const 0x100) (i32.const -1)))
    (call $report_bytes (i32.const 0x1180) ;; unchanged
      (call $get_property (i32.const 0x100) (i32.const 4) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1190) ;; in the response
      (call $get_property (i32.const 0x100) (i32.const 4) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_bytes (i32.const 0x11a0) ;; in on_log
      (call $get_property (i32.const 0x100) (i32.const 4) (i32.const 0x10) (i32.const 0x14))))
)
