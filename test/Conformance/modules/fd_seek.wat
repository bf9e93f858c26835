;; traffic: get
;; Accepted, with a complaint in the host's log; the new offset is not written.

(module
  (import "wasi_snapshot_preview1" "fd_seek"
    (func $preview1_fd_seek (param i32 i64 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_seek"
    (func $unstable_fd_seek (param i32 i64 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 stdout\00")
  (data (i32.const 0x1010) "preview1 slot\00")
  (data (i32.const 0x1020) "preview1 wild address\00")
  (data (i32.const 0x1040) "unstable stdout\00")
  (data (i32.const 0x1050) "unstable slot\00")
  (data (i32.const 0x1060) "unstable wild address\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 stdout
      (call $preview1_fd_seek (i32.const 1) (i64.const 5) (i32.const 0) (i32.const 0x10)))
    (call $report (i32.const 0x1010) ;; preview1 slot
      (i32.eq (i32.load (i32.const 0x10)) (i32.const 0xdeadbeef)))
    (call $report (i32.const 0x1020) ;; preview1 wild address
      (call $preview1_fd_seek (i32.const 1) (i64.const -1) (i32.const 9) (i32.const -1)))
    (call $report (i32.const 0x1040) ;; unstable stdout
      (call $unstable_fd_seek (i32.const 1) (i64.const 5) (i32.const 0) (i32.const 0x10)))
    (call $report (i32.const 0x1050) ;; unstable slot
      (i32.eq (i32.load (i32.const 0x10)) (i32.const 0xdeadbeef)))
    (call $report (i32.const 0x1060) ;; unstable wild address
      (call $unstable_fd_seek (i32.const 1) (i64.const -1) (i32.const 9) (i32.const -1)))
    (i32.const 0))
)
