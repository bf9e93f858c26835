;; traffic: get
;; Not supported.

(module
  (import "wasi_snapshot_preview1" "sock_shutdown"
    (func $preview1_sock_shutdown (param i32 i32) (result i32)))
  (import "wasi_unstable" "sock_shutdown"
    (func $unstable_sock_shutdown (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 3\00")
  (data (i32.const 0x1010) "preview1 fd -1\00")
  (data (i32.const 0x1020) "unstable fd 3\00")
  (data (i32.const 0x1030) "unstable fd -1\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 3
      (call $preview1_sock_shutdown (i32.const 3) (i32.const 0)))
    (call $report (i32.const 0x1010) ;; preview1 fd -1
      (call $preview1_sock_shutdown (i32.const -1) (i32.const 9)))
    (call $report (i32.const 0x1020) ;; unstable fd 3
      (call $unstable_sock_shutdown (i32.const 3) (i32.const 0)))
    (call $report (i32.const 0x1030) ;; unstable fd -1
      (call $unstable_sock_shutdown (i32.const -1) (i32.const 9)))
    (i32.const 0))
)
