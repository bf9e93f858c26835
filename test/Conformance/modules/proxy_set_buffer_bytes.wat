;; traffic: post
;; cases: 63 64
;; Replaces the named range by the given bytes: in front, behind, in the middle or everything. Only bodies that are held
;; now can be written, and what was written is there in the next callback.

(module
  (import "env" "proxy_set_buffer_bytes"
    (func $set_buffer_bytes (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_buffer_bytes"
    (func $get_buffer_bytes (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "x")
  (data (i32.const 0x110) "done")
  (data (i32.const 0x120) "!")
  (data (i32.const 0x130) ">")
  (data (i32.const 0x140) "<")
  (data (i32.const 0x150) "bye")
  (data (i32.const 0x160) "?")
  (data (i32.const 0x170) "a")
  (data (i32.const 0x180) "b")
  (data (i32.const 0x190) "hello")
  (data (i32.const 0x1a0) "HELLO")
  (data (i32.const 0x1b0) "BYE")

  (data (i32.const 0x1000) "plugin configuration\00")
  (data (i32.const 0x1020) "vm configuration\00")
  (data (i32.const 0x1040) "no stream\00")
  (data (i32.const 0x1050) "request body\00")
  (data (i32.const 0x1060) "response body\00")
  (data (i32.const 0x1070) "downstream data\00")
  (data (i32.const 0x1080) "upstream data\00")
  (data (i32.const 0x1090) "call response body\00")
  (data (i32.const 0x10b0) "grpc message\00")
  (data (i32.const 0x10c0) "call data\00")
  (data (i32.const 0x10d0) "buffer 9\00")
  (data (i32.const 0x10e0) "buffer -1\00")
  (data (i32.const 0x10f0) "size of the whole\00")
  (data (i32.const 0x1110) "whole body\00")
  (data (i32.const 0x1120) "replace the whole\00")
  (data (i32.const 0x1140) "then\00")
  (data (i32.const 0x1150) "behind\00")
  (data (i32.const 0x1160) "in front\00")
  (data (i32.const 0x1170) "the first byte\00")
  (data (i32.const 0x1180) "the middle\00")
  (data (i32.const 0x1190) "from the middle past the end\00")
  (data (i32.const 0x11b0) "from the middle by 4 GiB\00")
  (data (i32.const 0x11d0) "exactly at the end\00")
  (data (i32.const 0x11f0) "all but the last\00")
  (data (i32.const 0x1210) "everything by nothing\00")
  (data (i32.const 0x1230) "into the empty\00")
  (data (i32.const 0x1240) "nothing from a wild address\00")
  (data (i32.const 0x1260) "past the end of memory\00")
  (data (i32.const 0x1280) "wraps\00")
  (data (i32.const 0x1290) "4 GiB\00")
  (data (i32.const 0x12a0) "everything\00")
  (data (i32.const 0x12b0) "second chunk\00")
  (data (i32.const 0x12c0) "request body later\00")
  (data (i32.const 0x12e0) "first chunk\00")
  (data (i32.const 0x12f0) "request body in on_log\00")
  (data (i32.const 0x1310) "response body in on_log\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; plugin configuration
      (call $set_buffer_bytes (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1020) ;; vm configuration
      (call $set_buffer_bytes (i32.const 6) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1040) ;; no stream
      (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1050) ;; request body
      (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1060) ;; response body
      (call $set_buffer_bytes (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1070) ;; downstream data
      (call $set_buffer_bytes (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1080) ;; upstream data
      (call $set_buffer_bytes (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1090) ;; call response body
      (call $set_buffer_bytes (i32.const 4) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x10b0) ;; grpc message
      (call $set_buffer_bytes (i32.const 5) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1020) ;; vm configuration
      (call $set_buffer_bytes (i32.const 6) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1000) ;; plugin configuration
      (call $set_buffer_bytes (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x10c0) ;; call data
      (call $set_buffer_bytes (i32.const 8) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x10d0) ;; buffer 9
      (call $set_buffer_bytes (i32.const 9) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x10e0) ;; buffer -1
      (call $set_buffer_bytes (i32.const -1) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (i32.const 0))

  (func (export "proxy_on_request_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (if (local.get $end_of_stream)
      (then
        (call $report (i32.const 0x10f0) ;; size of the whole
          (local.get $size))
        (call $report_bytes (i32.const 0x1110) ;; whole body
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1120) ;; replace the whole
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x110) (i32.const 4)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14))))
      (else
        (call $report (i32.const 0x1150) ;; behind
          (call $set_buffer_bytes (i32.const 0) (i32.const 0x7fffffff) (i32.const 0) (i32.const 0x120) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1160) ;; in front
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x130) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1170) ;; the first byte
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 0x140) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1180) ;; the middle
          (call $set_buffer_bytes (i32.const 0) (i32.const 1) (i32.const 5) (i32.const 0x150) (i32.const 3)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1190) ;; from the middle past the end
          (call $set_buffer_bytes (i32.const 0) (i32.const 4) (i32.const 100) (i32.const 0x160) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x11b0) ;; from the middle by 4 GiB
          (call $set_buffer_bytes (i32.const 0) (i32.const 1) (i32.const -1) (i32.const 0x170) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x11d0) ;; exactly at the end
          (call $set_buffer_bytes (i32.const 0) (i32.const 2) (i32.const 5) (i32.const 0x180) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x11f0) ;; all but the last
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 2) (i32.const 0x100) (i32.const 0)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1210) ;; everything by nothing
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x100) (i32.const 0)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1230) ;; into the empty
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x190) (i32.const 5)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1240) ;; nothing from a wild address
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0)))
        (call $report (i32.const 0x1260) ;; past the end of memory
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x1fffc) (i32.const 5)))
        (call $report (i32.const 0x1280) ;; wraps
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0xfffffff0) (i32.const 0x20)))
        (call $report (i32.const 0x1290) ;; 4 GiB
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const -1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1060) ;; response body
          (call $set_buffer_bytes (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
        (call $report (i32.const 0x12a0) ;; everything
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x1a0) (i32.const 5)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))))
    (i32.eqz (local.get $end_of_stream)))

  (func (export "proxy_on_response_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (if (local.get $end_of_stream)
      (then
        (call $report_bytes (i32.const 0x12b0) ;; second chunk
          (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x12a0) ;; everything
          (call $set_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x1b0) (i32.const 3)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x12c0) ;; request body later
          (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1))))
      (else
        (call $report_bytes (i32.const 0x12e0) ;; first chunk
          (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report (i32.const 0x1150) ;; behind
          (call $set_buffer_bytes (i32.const 1) (i32.const 0x7fffffff) (i32.const 0) (i32.const 0x120) (i32.const 1)))
        (call $report_bytes (i32.const 0x1140) ;; then
          (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report (i32.const 0x12f0) ;; request body in on_log
      (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1)))
    (call $report (i32.const 0x1310) ;; response body in on_log
      (call $set_buffer_bytes (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 1))))
)
