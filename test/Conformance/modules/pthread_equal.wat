;; traffic: get
;; Are the two thread handles the same? Old emscripten modules ask.

(module
  (import "env" "pthread_equal"
    (func $pthread_equal (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "equal\00")
  (data (i32.const 0x1010) "different\00")
  (data (i32.const 0x1020) "largest\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; equal
      (call $pthread_equal (i32.const 7) (i32.const 7)))
    (call $report (i32.const 0x1010) ;; different
      (call $pthread_equal (i32.const 7) (i32.const 8)))
    (call $report (i32.const 0x1020) ;; largest
      (call $pthread_equal (i32.const -1) (i32.const -1)))
    (i32.const 0))
)
