;; traffic: get
;; Levels 0 to 5 are records of that level, all others are refused. Legal during initialisation too.
;; A message without bytes is a record without text.

(module

  ;; include prelude

  (data (i32.const 0x100) "starting")
  (data (i32.const 0x110) "a trace line")
  (data (i32.const 0x120) "a debug line")
  (data (i32.const 0x130) "a info line")
  (data (i32.const 0x140) "a warn line")
  (data (i32.const 0x150) "a error line")
  (data (i32.const 0x160) "a critical line")

  (data (i32.const 0x1000) "from initialize\00")
  (data (i32.const 0x1010) "level 0\00")
  (data (i32.const 0x1020) "level 1\00")
  (data (i32.const 0x1030) "level 2\00")
  (data (i32.const 0x1040) "level 3\00")
  (data (i32.const 0x1050) "level 4\00")
  (data (i32.const 0x1060) "level 5\00")
  (data (i32.const 0x1070) "level 6\00")
  (data (i32.const 0x1080) "level -1\00")
  (data (i32.const 0x1090) "no bytes\00")
  (data (i32.const 0x10a0) "no bytes at a wild address\00")
  (data (i32.const 0x10c0) "last bytes of memory\00")
  (data (i32.const 0x10e0) "past the end\00")
  (data (i32.const 0x10f0) "at the end\00")
  (data (i32.const 0x1100) "address and size wrap\00")
  (data (i32.const 0x1120) "size of 4 GiB\00")

  (func (export "_initialize")
    (call $report (i32.const 0x1000) ;; from initialize
      (call $log (i32.const 2) (i32.const 0x100) (i32.const 8))))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; level 0
      (call $log (i32.const 0) (i32.const 0x110) (i32.const 12)))
    (call $report (i32.const 0x1020) ;; level 1
      (call $log (i32.const 1) (i32.const 0x120) (i32.const 12)))
    (call $report (i32.const 0x1030) ;; level 2
      (call $log (i32.const 2) (i32.const 0x130) (i32.const 11)))
    (call $report (i32.const 0x1040) ;; level 3
      (call $log (i32.const 3) (i32.const 0x140) (i32.const 11)))
    (call $report (i32.const 0x1050) ;; level 4
      (call $log (i32.const 4) (i32.const 0x150) (i32.const 12)))
    (call $report (i32.const 0x1060) ;; level 5
      (call $log (i32.const 5) (i32.const 0x160) (i32.const 15)))
    (call $report (i32.const 0x1070) ;; level 6
      (call $log (i32.const 6) (i32.const 0x110) (i32.const 12)))
    (call $report (i32.const 0x1080) ;; level -1
      (call $log (i32.const -1) (i32.const 0x110) (i32.const 12)))
    (call $report (i32.const 0x1090) ;; no bytes
      (call $log (i32.const 2) (i32.const 0x100) (i32.const 0)))
    (call $report (i32.const 0x10a0) ;; no bytes at a wild address
      (call $log (i32.const 2) (i32.const -1) (i32.const 0)))
    (call $report (i32.const 0x10c0) ;; last bytes of memory
      (call $log (i32.const 2) (i32.const 0x1fffe) (i32.const 2)))
    (call $report (i32.const 0x10e0) ;; past the end
      (call $log (i32.const 2) (i32.const 0x1fffe) (i32.const 3)))
    (call $report (i32.const 0x10f0) ;; at the end
      (call $log (i32.const 2) (i32.const 0x20000) (i32.const 1)))
    (call $report (i32.const 0x1100) ;; address and size wrap
      (call $log (i32.const 2) (i32.const 0xfffffff0) (i32.const 0x20)))
    (call $report (i32.const 0x1120) ;; size of 4 GiB
      (call $log (i32.const 2) (i32.const 0x100) (i32.const -1)))
    (i32.const 0))
)
