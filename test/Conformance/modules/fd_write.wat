;; traffic: get
;; cases: 128
;; One record per call, info for fd 1 and error for fd 2; one line end is taken off, a call without bytes is no record.

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $preview1_fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_write"
    (func $unstable_fd_write (param i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "hello \00" "world\0a\00" "two\0a\0a" "x")
  ;; 0x40: "hello ", nothing, "world\n"; 0x58: "two\n\n"; 0x60: "x" and then bytes that are not in memory
  (data (i32.const 0x40) "\00\01\00\00\06\00\00\00" "\ff\ff\ff\ff\00\00\00\00" "\07\01\00\00\06\00\00\00")
  (data (i32.const 0x58) "\0e\01\00\00\05\00\00\00")
  (data (i32.const 0x60) "\13\01\00\00\01\00\00\00" "\ff\ff\01\00\02\00\00\00")
  ;; 0x70: nothing from nowhere; 0x78: "x" without a line end
  (data (i32.const 0x70) "\ff\ff\ff\ff\00\00\00\00" "\13\01\00\00\01\00\00\00")

  (data (i32.const 0x1000) "preview1 three pieces\00")
  (data (i32.const 0x1020) "preview1 to stderr\00")
  (data (i32.const 0x1040) "preview1 two line ends\00")
  (data (i32.const 0x1060) "preview1 no line end\00")
  (data (i32.const 0x1080) "preview1 no bytes\00")
  (data (i32.const 0x10a0) "preview1 no pieces\00")
  (data (i32.const 0x10c0) "preview1 fd 0\00")
  (data (i32.const 0x10d0) "preview1 fd 3\00")
  (data (i32.const 0x10e0) "preview1 fd -1\00")
  (data (i32.const 0x10f0) "preview1 pieces past the end\00")
  (data (i32.const 0x1110) "preview1 a piece past the end\00")
  (data (i32.const 0x1130) "preview1 2^29 pieces\00")
  (data (i32.const 0x1150) "preview1 2^32-1 pieces\00")
  (data (i32.const 0x1170) "preview1 pieces at a wild address\00")
  (data (i32.const 0x11a0) "preview1 slot past the end\00")
  (data (i32.const 0x11c0) "unstable three pieces\00")
  (data (i32.const 0x11e0) "unstable to stderr\00")
  (data (i32.const 0x1200) "unstable two line ends\00")
  (data (i32.const 0x1220) "unstable no line end\00")
  (data (i32.const 0x1240) "unstable no bytes\00")
  (data (i32.const 0x1260) "unstable no pieces\00")
  (data (i32.const 0x1280) "unstable fd 0\00")
  (data (i32.const 0x1290) "unstable fd 3\00")
  (data (i32.const 0x12a0) "unstable fd -1\00")
  (data (i32.const 0x12b0) "unstable pieces past the end\00")
  (data (i32.const 0x12d0) "unstable a piece past the end\00")
  (data (i32.const 0x12f0) "unstable 2^29 pieces\00")
  (data (i32.const 0x1310) "unstable 2^32-1 pieces\00")
  (data (i32.const 0x1330) "unstable pieces at a wild address\00")
  (data (i32.const 0x1360) "unstable slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u32 (i32.const 0x1000) ;; preview1 three pieces
      (call $preview1_fd_write (i32.const 1) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1020) ;; preview1 to stderr
      (call $preview1_fd_write (i32.const 2) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1040) ;; preview1 two line ends
      (call $preview1_fd_write (i32.const 1) (i32.const 0x58) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1060) ;; preview1 no line end
      (call $preview1_fd_write (i32.const 1) (i32.const 0x78) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1080) ;; preview1 no bytes
      (call $preview1_fd_write (i32.const 1) (i32.const 0x70) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10a0) ;; preview1 no pieces
      (call $preview1_fd_write (i32.const 1) (i32.const 0x40) (i32.const 0) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10c0) ;; preview1 fd 0
      (call $preview1_fd_write (i32.const 0) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10d0) ;; preview1 fd 3
      (call $preview1_fd_write (i32.const 3) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10e0) ;; preview1 fd -1
      (call $preview1_fd_write (i32.const -1) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x10f0) ;; preview1 pieces past the end
      (call $preview1_fd_write (i32.const 1) (i32.const 0x1fff8) (i32.const 2) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1110) ;; preview1 a piece past the end
      (call $preview1_fd_write (i32.const 1) (i32.const 0x60) (i32.const 2) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1130) ;; preview1 2^29 pieces
      (call $preview1_fd_write (i32.const 1) (i32.const 0x40) (i32.const 0x20000000) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1150) ;; preview1 2^32-1 pieces
      (call $preview1_fd_write (i32.const 1) (i32.const 0x40) (i32.const -1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1170) ;; preview1 pieces at a wild address
      (call $preview1_fd_write (i32.const 1) (i32.const -1) (i32.const 1) (i32.const 0x10)))
    (call $report (i32.const 0x11a0) ;; preview1 slot past the end
      (call $preview1_fd_write (i32.const 1) (i32.const 0x70) (i32.const 1) (i32.const 0x1fffd)))
    (call $report_u32 (i32.const 0x11c0) ;; unstable three pieces
      (call $unstable_fd_write (i32.const 1) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x11e0) ;; unstable to stderr
      (call $unstable_fd_write (i32.const 2) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1200) ;; unstable two line ends
      (call $unstable_fd_write (i32.const 1) (i32.const 0x58) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1220) ;; unstable no line end
      (call $unstable_fd_write (i32.const 1) (i32.const 0x78) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1240) ;; unstable no bytes
      (call $unstable_fd_write (i32.const 1) (i32.const 0x70) (i32.const 1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1260) ;; unstable no pieces
      (call $unstable_fd_write (i32.const 1) (i32.const 0x40) (i32.const 0) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1280) ;; unstable fd 0
      (call $unstable_fd_write (i32.const 0) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1290) ;; unstable fd 3
      (call $unstable_fd_write (i32.const 3) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x12a0) ;; unstable fd -1
      (call $unstable_fd_write (i32.const -1) (i32.const 0x40) (i32.const 3) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x12b0) ;; unstable pieces past the end
      (call $unstable_fd_write (i32.const 1) (i32.const 0x1fff8) (i32.const 2) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x12d0) ;; unstable a piece past the end
      (call $unstable_fd_write (i32.const 1) (i32.const 0x60) (i32.const 2) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x12f0) ;; unstable 2^29 pieces
      (call $unstable_fd_write (i32.const 1) (i32.const 0x40) (i32.const 0x20000000) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1310) ;; unstable 2^32-1 pieces
      (call $unstable_fd_write (i32.const 1) (i32.const 0x40) (i32.const -1) (i32.const 0x10)))
    (call $report_u32 (i32.const 0x1330) ;; unstable pieces at a wild address
      (call $unstable_fd_write (i32.const 1) (i32.const -1) (i32.const 1) (i32.const 0x10)))
    (call $report (i32.const 0x1360) ;; unstable slot past the end
      (call $unstable_fd_write (i32.const 1) (i32.const 0x70) (i32.const 1) (i32.const 0x1fffd)))
    (i32.const 0))
)
