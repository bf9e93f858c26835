;; traffic: get
;; The number of the level the host logs from: 0 is trace.

(module
  (import "env" "proxy_get_log_level"
    (func $get_log_level (param i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "level\00")
  (data (i32.const 0x1010) "misaligned slot\00")
  (data (i32.const 0x1020) "its value\00")
  (data (i32.const 0x1030) "last slot of memory\00")
  (data (i32.const 0x1050) "slot past the end\00")
  (data (i32.const 0x1070) "wild slot\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; level
      (call $get_log_level (i32.const 0x10)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; level
      (call $get_log_level (i32.const 0x10)))
    (call $report (i32.const 0x1010) ;; misaligned slot
      (call $get_log_level (i32.const 0x41)))
    (call $report (i32.const 0x1020) ;; its value
      (i32.load align=1 (i32.const 0x41)))
    (call $report (i32.const 0x1030) ;; last slot of memory
      (call $get_log_level (i32.const 0x1fffc)))
    (call $report_u32 (i32.const 0x1050) ;; slot past the end
      (call $get_log_level (i32.const 0x1fffd)))
    (call $report_u32 (i32.const 0x1070) ;; wild slot
      (call $get_log_level (i32.const -1)))
    (i32.const 0))
)
