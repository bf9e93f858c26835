;; traffic: post
;; cases: 72 73
;; Bytes of a buffer, clipped to what there is. A body that is not held now is empty; configurations and answers of
;; callouts are missing outside their callbacks. A paused body is presented whole.

(module
  (import "env" "proxy_get_buffer_bytes"
    (func $get_buffer_bytes (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "plugin configuration of the root\00")
  (data (i32.const 0x1030) "vm configuration\00")
  (data (i32.const 0x1050) "size\00")
  (data (i32.const 0x1060) "plugin configuration\00")
  (data (i32.const 0x1080) "bytes asked of the allocator\00")
  (data (i32.const 0x10a0) "largest int\00")
  (data (i32.const 0x10b0) "a part\00")
  (data (i32.const 0x10c0) "clipped\00")
  (data (i32.const 0x10d0) "start and size wrap\00")
  (data (i32.const 0x10f0) "nothing\00")
  (data (i32.const 0x1100) "from the end\00")
  (data (i32.const 0x1110) "from behind the end\00")
  (data (i32.const 0x1130) "from 4 GiB\00")
  (data (i32.const 0x1140) "calls of the allocator\00")
  (data (i32.const 0x1160) "request body\00")
  (data (i32.const 0x1170) "call response body\00")
  (data (i32.const 0x1190) "buffer 9\00")
  (data (i32.const 0x11a0) "buffer -1\00")
  (data (i32.const 0x11b0) "misaligned slots\00")
  (data (i32.const 0x11d0) "address slot past the end\00")
  (data (i32.const 0x11f0) "size slot past the end\00")
  (data (i32.const 0x1210) "wild slot for no bytes\00")
  (data (i32.const 0x1230) "response body\00")
  (data (i32.const 0x1240) "downstream data\00")
  (data (i32.const 0x1250) "upstream data\00")
  (data (i32.const 0x1260) "grpc message\00")
  (data (i32.const 0x1270) "call data\00")
  (data (i32.const 0x1280) "size of the whole\00")
  (data (i32.const 0x12a0) "whole body\00")
  (data (i32.const 0x12b0) "a part of it\00")
  (data (i32.const 0x12c0) "size of the first chunk\00")
  (data (i32.const 0x12e0) "first chunk\00")
  (data (i32.const 0x12f0) "size of the second chunk\00")
  (data (i32.const 0x1310) "second chunk\00")
  (data (i32.const 0x1320) "request body later\00")
  (data (i32.const 0x1340) "request body in on_log\00")
  (data (i32.const 0x1360) "response body in on_log\00")

  (func (export "proxy_on_context_create") (param $context i32) (param $parent i32)
    (if (i32.eqz (local.get $parent))
      (then
        (call $report_bytes (i32.const 0x1000) ;; plugin configuration of the root
          (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14))))))

  (func (export "proxy_on_vm_start") (param $context i32) (param $size i32) (result i32)
    (call $report_bytes (i32.const 0x1030) ;; vm configuration
      (call $get_buffer_bytes (i32.const 6) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 1))

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1050) ;; size
      (local.get $size))
    (call $report_bytes (i32.const 0x1060) ;; plugin configuration
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1080) ;; bytes asked of the allocator
      (global.get $last_allocation))
    (call $report_bytes (i32.const 0x10a0) ;; largest int
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const 0x7fffffff) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10b0) ;; a part
      (call $get_buffer_bytes (i32.const 7) (i32.const 7) (i32.const 3) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10c0) ;; clipped
      (call $get_buffer_bytes (i32.const 7) (i32.const 10) (i32.const 100) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10d0) ;; start and size wrap
      (call $get_buffer_bytes (i32.const 7) (i32.const 7) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (global.set $allocations (i32.const 0))
    (call $report_bytes (i32.const 0x10f0) ;; nothing
      (call $get_buffer_bytes (i32.const 7) (i32.const 3) (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1100) ;; from the end
      (call $get_buffer_bytes (i32.const 7) (i32.const 13) (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1110) ;; from behind the end
      (call $get_buffer_bytes (i32.const 7) (i32.const 14) (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1130) ;; from 4 GiB
      (call $get_buffer_bytes (i32.const 7) (i32.const -1) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1140) ;; calls of the allocator
      (global.get $allocations))
    (call $report_bytes (i32.const 0x1030) ;; vm configuration
      (call $get_buffer_bytes (i32.const 6) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1160) ;; request body
      (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1170) ;; call response body
      (call $get_buffer_bytes (i32.const 4) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1190) ;; buffer 9
      (call $get_buffer_bytes (i32.const 9) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11a0) ;; buffer -1
      (call $get_buffer_bytes (i32.const -1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes_of (i32.const 0x11b0) ;; misaligned slots
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x41) (i32.const 0x45))
        (i32.const 0x41))
    (call $report (i32.const 0x11d0) ;; address slot past the end
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x11f0) ;; size slot past the end
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x1fffd)))
    (call $report (i32.const 0x1210) ;; wild slot for no bytes
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x14)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1160) ;; request body
      (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1230) ;; response body
      (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1240) ;; downstream data
      (call $get_buffer_bytes (i32.const 2) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1250) ;; upstream data
      (call $get_buffer_bytes (i32.const 3) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1170) ;; call response body
      (call $get_buffer_bytes (i32.const 4) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1260) ;; grpc message
      (call $get_buffer_bytes (i32.const 5) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1030) ;; vm configuration
      (call $get_buffer_bytes (i32.const 6) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1060) ;; plugin configuration
      (call $get_buffer_bytes (i32.const 7) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1270) ;; call data
      (call $get_buffer_bytes (i32.const 8) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_request_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (if (local.get $end_of_stream)
      (then
        (call $report (i32.const 0x1280) ;; size of the whole
          (local.get $size))
        (call $report_bytes (i32.const 0x12a0) ;; whole body
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report_bytes (i32.const 0x12b0) ;; a part of it
          (call $get_buffer_bytes (i32.const 0) (i32.const 3) (i32.const 5) (i32.const 0x10) (i32.const 0x14))))
      (else
        (call $report (i32.const 0x12c0) ;; size of the first chunk
          (local.get $size))
        (call $report_bytes (i32.const 0x12e0) ;; first chunk
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))))
    (i32.eqz (local.get $end_of_stream)))

  (func (export "proxy_on_response_body")
    (param $context i32) (param $size i32) (param $end_of_stream i32) (result i32)
    (if (local.get $end_of_stream)
      (then
        (call $report (i32.const 0x12f0) ;; size of the second chunk
          (local.get $size))
        (call $report_bytes (i32.const 0x1310) ;; second chunk
          (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
        (call $report_bytes (i32.const 0x1320) ;; request body later
          (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14))))
      (else
        (call $report (i32.const 0x12c0) ;; size of the first chunk
          (local.get $size))
        (call $report_bytes (i32.const 0x12e0) ;; first chunk
          (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_bytes (i32.const 0x1340) ;; request body in on_log
      (call $get_buffer_bytes (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1360) ;; response body in on_log
      (call $get_buffer_bytes (i32.const 1) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14))))
)
