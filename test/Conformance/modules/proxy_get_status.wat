;; traffic: get
;; Outside the callback of a callout there is no status to tell: code 0 and no message.

(module
  (import "env" "proxy_get_status"
    (func $get_status (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "message\00")
  (data (i32.const 0x1010) "code\00")
  (data (i32.const 0x1020) "calls of the allocator\00")
  (data (i32.const 0x1040) "misaligned slots\00")
  (data (i32.const 0x1060) "misaligned code\00")
  (data (i32.const 0x1070) "code slot past the end\00")
  (data (i32.const 0x1090) "address slot past the end\00")
  (data (i32.const 0x10b0) "size slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1000) ;; message
      (call $get_status (i32.const 0x18) (i32.const 0x10) (i32.const 0x14)))
    (call $report_u32 (i32.const 0x1010) ;; code
      (call $get_status (i32.const 0x10) (i32.const 0x44) (i32.const 0x48)))
    (call $report (i32.const 0x1020) ;; calls of the allocator
      (global.get $allocations))
    (call $report (i32.const 0x1040) ;; misaligned slots
      (call $get_status (i32.const 0x41) (i32.const 0x45) (i32.const 0x49)))
    (call $report (i32.const 0x1060) ;; misaligned code
      (i32.load align=1 (i32.const 0x41)))
    (call $report (i32.const 0x1070) ;; code slot past the end
      (call $get_status (i32.const 0x1fffd) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1090) ;; address slot past the end
      (call $get_status (i32.const 0x40) (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x10b0) ;; size slot past the end
      (call $get_status (i32.const 0x40) (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 0))
)
