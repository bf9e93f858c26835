;; traffic: get
;; Not supported; the descriptor is written as 0 all the same.

(module
  (import "wasi_snapshot_preview1" "sock_accept"
    (func $preview1_sock_accept (param i32 i32 i32) (result i32)))
  (import "wasi_unstable" "sock_accept"
    (func $unstable_sock_accept (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 3\00")
  (data (i32.const 0x1010) "preview1 descriptor\00")
  (data (i32.const 0x1030) "preview1 slot past the end\00")
  (data (i32.const 0x1050) "unstable fd 3\00")
  (data (i32.const 0x1060) "unstable descriptor\00")
  (data (i32.const 0x1080) "unstable slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 3
      (call $preview1_sock_accept (i32.const 3) (i32.const 0) (i32.const 0x90)))
    (call $report (i32.const 0x1010) ;; preview1 descriptor
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1030) ;; preview1 slot past the end
      (call $preview1_sock_accept (i32.const 3) (i32.const 0) (i32.const 0x1fffd)))
    (call $report (i32.const 0x1050) ;; unstable fd 3
      (call $unstable_sock_accept (i32.const 3) (i32.const 0) (i32.const 0x90)))
    (call $report (i32.const 0x1060) ;; unstable descriptor
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1080) ;; unstable slot past the end
      (call $unstable_sock_accept (i32.const 3) (i32.const 0) (i32.const 0x1fffd)))
    (i32.const 0))
)
