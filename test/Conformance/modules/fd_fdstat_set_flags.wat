;; traffic: get
;; Not there.

(module
  (import "wasi_snapshot_preview1" "fd_fdstat_set_flags"
    (func $preview1_fd_fdstat_set_flags (param i32 i32) (result i32)))
  (import "wasi_unstable" "fd_fdstat_set_flags"
    (func $unstable_fd_fdstat_set_flags (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 1\00")
  (data (i32.const 0x1010) "preview1 fd 0\00")
  (data (i32.const 0x1020) "unstable fd 1\00")
  (data (i32.const 0x1030) "unstable fd 0\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 1
      (call $preview1_fd_fdstat_set_flags (i32.const 1) (i32.const 0)))
    (call $report (i32.const 0x1010) ;; preview1 fd 0
      (call $preview1_fd_fdstat_set_flags (i32.const 0) (i32.const 0)))
    (call $report (i32.const 0x1020) ;; unstable fd 1
      (call $unstable_fd_fdstat_set_flags (i32.const 1) (i32.const 0)))
    (call $report (i32.const 0x1030) ;; unstable fd 0
      (call $unstable_fd_fdstat_set_flags (i32.const 0) (i32.const 0)))
    (i32.const 0))
)
