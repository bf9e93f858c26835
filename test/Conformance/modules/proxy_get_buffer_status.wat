;; traffic: post
;; cases: 74
;; Length of a buffer; the flags are 0 even at the end of the stream.

(module
  (import "env" "proxy_get_buffer_status"
    (func $get_buffer_status (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "plugin configuration\00")
  (data (i32.const 0x1020) "flags\00")
  (data (i32.const 0x1030) "vm configuration\00")
  (data (i32.const 0x1050) "call response body\00")
  (data (i32.const 0x1070) "buffer 9\00")
  (data (i32.const 0x1080) "buffer -1\00")
  (data (i32.const 0x1090) "misaligned slots\00")
  (data (i32.const 0x10b0) "misaligned length\00")
  (data (i32.const 0x10d0) "length slot past the end\00")
  (data (i32.const 0x10f0) "flags slot past the end\00")
  (data (i32.const 0x1110) "request body\00")
  (data (i32.const 0x1120) "response body\00")
  (data (i32.const 0x1130) "downstream data\00")
  (data (i32.const 0x1140) "whole body\00")
  (data (i32.const 0x1150) "first chunk\00")
  (data (i32.const 0x1160) "second chunk\00")
  (data (i32.const 0x1170) "request body later\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; plugin configuration
      (call $get_buffer_status (i32.const 7) (i32.const 0x10) (i32.const 0x40)))
    (call $report (i32.const 0x1020) ;; flags
      (i32.load (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1030) ;; vm configuration
      (call $get_buffer_status (i32.const 6) (i32.const 0x10) (i32.const 0x40)))
    (call $report (i32.const 0x1020) ;; flags
      (i32.load (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1050) ;; call response body
      (call $get_buffer_status (i32.const 4) (i32.const 0x10) (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1070) ;; buffer 9
      (call $get_buffer_status (i32.const 9) (i32.const 0x10) (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1080) ;; buffer -1
      (call $get_buffer_status (i32.const -1) (i32.const 0x10) (i32.const 0x40)))
    (call $report (i32.const 0x1090) ;; misaligned slots
      (call $get_buffer_status (i32.const 7) (i32.const 0x41) (i32.const 0x45)))
    (call $report (i32.const 0x10b0) ;; misaligned length
      (i32.load align=1 (i32.const 0x41)))
    (call $report (i32.const 0x10d0) ;; length slot past the end
      (call $get_buffer_status (i32.const 7) (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x10f0) ;; flags slot past the end
      (call $get_buffer_status (i32.const 7) (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1110) ;; request body
      (call $get_buffer_status (i32.const 0) (i32.const 0x10) (i32.const 0x40)))
    (call $report (i32.const 0x1020) ;; flags
      (i32.load (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1120) ;; response body
      (call $get_buffer_status (i32.const 1) (i32.const 0x10) (i32.const 0x40)))
    (call $report (i32.const 0x1020) ;; flags
      (i32.load (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1130) ;; downstream data
      (call $get_buffer_status (i32.const 2) (i32.const 0x10) (i32.const 0x40)))
    (call $report (i32.const 0x1020) ;; flags
      (i32.load (i32.const 0x40)))
    (call $report_u32 (i32.const 0x1000) ;; plugin configuration
      (call $get_buffer_status (i32.const 7) (i32.const 0x10) (i32.const 0x40)))
    (i32.const 0))

  (func (export "proxy_on_request_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (if (local.get $end_of_stream)
      (then
        (call $report_u32 (i32.const 0x1140) ;; whole body
          (call $get_buffer_status (i32.const 0) (i32.const 0x10) (i32.const 0x40)))
        (call $report (i32.const 0x1020) ;; flags
          (i32.load (i32.const 0x40))))
      (else
        (call $report_u32 (i32.const 0x1150) ;; first chunk
          (call $get_buffer_status (i32.const 0) (i32.const 0x10) (i32.const 0x40)))
        (call $report (i32.const 0x1020) ;; flags
          (i32.load (i32.const 0x40)))))
    (i32.eqz (local.get $end_of_stream)))

  (func (export "proxy_on_response_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (if (local.get $end_of_stream)
      (then
        (call $report_u32 (i32.const 0x1160) ;; second chunk
          (call $get_buffer_status (i32.const 1) (i32.const 0x10) (i32.const 0x40)))
        (call $report (i32.const 0x1020) ;; flags
          (i32.load (i32.const 0x40)))
        (call $report_u32 (i32.const 0x1170) ;; request body later
          (call $get_buffer_status (i32.const 0) (i32.const 0x10) (i32.const 0x40)))
        (call $report (i32.const 0x1020) ;; flags
          (i32.load (i32.const 0x40))))
      (else
        (call $report_u32 (i32.const 0x1150) ;; first chunk
          (call $get_buffer_status (i32.const 1) (i32.const 0x10) (i32.const 0x40)))
        (call $report (i32.const 0x1020) ;; flags
          (i32.load (i32.const 0x40)))))
    (i32.const 0))
)
