;; traffic: get
;; There is nothing to read from.

(module
  (import "wasi_snapshot_preview1" "fd_pread"
    (func $preview1_fd_pread (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_unstable" "fd_pread"
    (func $unstable_fd_pread (param i32 i32 i32 i64 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 stdin\00")
  (data (i32.const 0x1010) "preview1 wild addresses\00")
  (data (i32.const 0x1030) "unstable stdin\00")
  (data (i32.const 0x1040) "unstable wild addresses\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 stdin
      (call $preview1_fd_pread (i32.const 0) (i32.const 0x40) (i32.const 1) (i64.const 0) (i32.const 0x10)))
    (call $report (i32.const 0x1010) ;; preview1 wild addresses
      (call $preview1_fd_pread (i32.const 0) (i32.const -1) (i32.const -1) (i64.const -1) (i32.const -1)))
    (call $report (i32.const 0x1030) ;; unstable stdin
      (call $unstable_fd_pread (i32.const 0) (i32.const 0x40) (i32.const 1) (i64.const 0) (i32.const 0x10)))
    (call $report (i32.const 0x1040) ;; unstable wild addresses
      (call $unstable_fd_pread (i32.const 0) (i32.const -1) (i32.const -1) (i64.const -1) (i32.const -1)))
    (i32.const 0))
)
