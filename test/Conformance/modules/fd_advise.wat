;; traffic: get
;; Advice is always welcome.

(module
  (import "wasi_snapshot_preview1" "fd_advise"
    (func $preview1_fd_advise (param i32 i64 i64 i32) (result i32)))
  (import "wasi_unstable" "fd_advise"
    (func $unstable_fd_advise (param i32 i64 i64 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 1\00")
  (data (i32.const 0x1010) "preview1 fd 9\00")
  (data (i32.const 0x1020) "unstable fd 1\00")
  (data (i32.const 0x1030) "unstable fd 9\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 1
      (call $preview1_fd_advise (i32.const 1) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1010) ;; preview1 fd 9
      (call $preview1_fd_advise (i32.const 9) (i64.const -1) (i64.const -1) (i32.const 9)))
    (call $report (i32.const 0x1020) ;; unstable fd 1
      (call $unstable_fd_advise (i32.const 1) (i64.const 0) (i64.const 0) (i32.const 0)))
    (call $report (i32.const 0x1030) ;; unstable fd 9
      (call $unstable_fd_advise (i32.const 9) (i64.const -1) (i64.const -1) (i32.const 9)))
    (i32.const 0))
)
