;; traffic: get
;; Accepted for standard output and error.

(module
  (import "wasi_snapshot_preview1" "fd_filestat_set_times"
    (func $preview1_fd_filestat_set_times (param i32 i64 i64 i32) (result i32)))
  (import "wasi_unstable" "fd_filestat_set_times"
    (func $unstable_fd_filestat_set_times (param i32 i64 i64 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 0\00")
  (data (i32.const 0x1010) "preview1 fd 1\00")
  (data (i32.const 0x1020) "preview1 fd 2\00")
  (data (i32.const 0x1030) "preview1 fd 3\00")
  (data (i32.const 0x1040) "preview1 fd -1\00")
  (data (i32.const 0x1050) "unstable fd 0\00")
  (data (i32.const 0x1060) "unstable fd 1\00")
  (data (i32.const 0x1070) "unstable fd 2\00")
  (data (i32.const 0x1080) "unstable fd 3\00")
  (data (i32.const 0x1090) "unstable fd -1\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 0
      (call $preview1_fd_filestat_set_times (i32.const 0) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1010) ;; preview1 fd 1
      (call $preview1_fd_filestat_set_times (i32.const 1) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1020) ;; preview1 fd 2
      (call $preview1_fd_filestat_set_times (i32.const 2) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1030) ;; preview1 fd 3
      (call $preview1_fd_filestat_set_times (i32.const 3) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1040) ;; preview1 fd -1
      (call $preview1_fd_filestat_set_times (i32.const -1) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1050) ;; unstable fd 0
      (call $unstable_fd_filestat_set_times (i32.const 0) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1060) ;; unstable fd 1
      (call $unstable_fd_filestat_set_times (i32.const 1) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1070) ;; unstable fd 2
      (call $unstable_fd_filestat_set_times (i32.const 2) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1080) ;; unstable fd 3
      (call $unstable_fd_filestat_set_times (i32.const 3) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1090) ;; unstable fd -1
      (call $unstable_fd_filestat_set_times (i32.const -1) (i64.const 0) (i64.const 0) (i32.const 0)))
    (i32.const 0))
)
