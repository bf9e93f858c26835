;; traffic: get
;; Nanoseconds since 1970; eight bytes, whatever the alignment.

(module
  (import "env" "proxy_get_current_time_nanoseconds"
    (func $get_current_time_nanoseconds (param i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "time\00")
  (data (i32.const 0x1010) "misaligned slot\00")
  (data (i32.const 0x1020) "its value\00")
  (data (i32.const 0x1030) "last slot of memory\00")
  (data (i32.const 0x1050) "half past the end\00")
  (data (i32.const 0x1070) "wild slot\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_u64 (i32.const 0x1000) ;; time
      (call $get_current_time_nanoseconds (i32.const 0x10)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u64 (i32.const 0x1000) ;; time
      (call $get_current_time_nanoseconds (i32.const 0x10)))
    (call $report (i32.const 0x1010) ;; misaligned slot
      (call $get_current_time_nanoseconds (i32.const 0x43)))
    (call $report (i32.const 0x1020) ;; its value
      (i64.eq (i64.load align=1 (i32.const 0x43)) (i64.const 1704067200000000000)))
    (call $report (i32.const 0x1030) ;; last slot of memory
      (call $get_current_time_nanoseconds (i32.const 0x1fff8)))
    (call $report_u64 (i32.const 0x1050) ;; half past the end
      (call $get_current_time_nanoseconds (i32.const 0x1fffc)))
    (call $report_u64 (i32.const 0x1070) ;; wild slot
      (call $get_current_time_nanoseconds (i32.const -1)))
    (i32.const 0))
)
