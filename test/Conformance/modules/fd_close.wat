;; traffic: get
;; Accepted, with a complaint in the host's log.

(module
  (import "wasi_snapshot_preview1" "fd_close"
    (func $preview1_fd_close (param i32) (result i32)))
  (import "wasi_unstable" "fd_close"
    (func $unstable_fd_close (param i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 1\00")
  (data (i32.const 0x1010) "preview1 fd 9\00")
  (data (i32.const 0x1020) "unstable fd 1\00")
  (data (i32.const 0x1030) "unstable fd 9\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 1
      (call $preview1_fd_close (i32.const 1)))
    (call $report (i32.const 0x1010) ;; preview1 fd 9
      (call $preview1_fd_close (i32.const 9)))
    (call $report (i32.const 0x1020) ;; unstable fd 1
      (call $unstable_fd_close (i32.const 1)))
    (call $report (i32.const 0x1030) ;; unstable fd 9
      (call $unstable_fd_close (i32.const 9)))
    (i32.const 0))
)
