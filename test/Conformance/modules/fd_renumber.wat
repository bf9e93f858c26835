;; traffic: get
;; Not supported between standard output and error; the others do not exist.

(module
  (import "wasi_snapshot_preview1" "fd_renumber"
    (func $preview1_fd_renumber (param i32 i32) (result i32)))
  (import "wasi_unstable" "fd_renumber"
    (func $unstable_fd_renumber (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 1 to 2\00")
  (data (i32.const 0x1020) "preview1 fd 2 to 1\00")
  (data (i32.const 0x1040) "preview1 fd 0 to 1\00")
  (data (i32.const 0x1060) "preview1 fd 1 to 3\00")
  (data (i32.const 0x1080) "preview1 fd -1 to -1\00")
  (data (i32.const 0x10a0) "unstable fd 1 to 2\00")
  (data (i32.const 0x10c0) "unstable fd 2 to 1\00")
  (data (i32.const 0x10e0) "unstable fd 0 to 1\00")
  (data (i32.const 0x1100) "unstable fd 1 to 3\00")
  (data (i32.const 0x1120) "unstable fd -1 to -1\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 1 to 2
      (call $preview1_fd_renumber (i32.const 1) (i32.const 2)))
    (call $report (i32.const 0x1020) ;; preview1 fd 2 to 1
      (call $preview1_fd_renumber (i32.const 2) (i32.const 1)))
    (call $report (i32.const 0x1040) ;; preview1 fd 0 to 1
      (call $preview1_fd_renumber (i32.const 0) (i32.const 1)))
    (call $report (i32.const 0x1060) ;; preview1 fd 1 to 3
      (call $preview1_fd_renumber (i32.const 1) (i32.const 3)))
    (call $report (i32.const 0x1080) ;; preview1 fd -1 to -1
      (call $preview1_fd_renumber (i32.const -1) (i32.const -1)))
    (call $report (i32.const 0x10a0) ;; unstable fd 1 to 2
      (call $unstable_fd_renumber (i32.const 1) (i32.const 2)))
    (call $report (i32.const 0x10c0) ;; unstable fd 2 to 1
      (call $unstable_fd_renumber (i32.const 2) (i32.const 1)))
    (call $report (i32.const 0x10e0) ;; unstable fd 0 to 1
      (call $unstable_fd_renumber (i32.const 0) (i32.const 1)))
    (call $report (i32.const 0x1100) ;; unstable fd 1 to 3
      (call $unstable_fd_renumber (i32.const 1) (i32.const 3)))
    (call $report (i32.const 0x1120) ;; unstable fd -1 to -1
      (call $unstable_fd_renumber (i32.const -1) (i32.const -1)))
    (i32.const 0))
)
