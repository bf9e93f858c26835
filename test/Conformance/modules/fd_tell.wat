;; traffic: get
;; Standard output and error are at 0.

(module
  (import "wasi_snapshot_preview1" "fd_tell"
    (func $preview1_fd_tell (param i32 i32) (result i32)))
  (import "wasi_unstable" "fd_tell"
    (func $unstable_fd_tell (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 1\00")
  (data (i32.const 0x1010) "preview1 fd 2\00")
  (data (i32.const 0x1020) "preview1 fd 0\00")
  (data (i32.const 0x1030) "preview1 fd 3\00")
  (data (i32.const 0x1040) "preview1 misaligned slot\00")
  (data (i32.const 0x1060) "preview1 slot past the end\00")
  (data (i32.const 0x1080) "preview1 wild slot\00")
  (data (i32.const 0x10a0) "unstable fd 1\00")
  (data (i32.const 0x10b0) "unstable fd 2\00")
  (data (i32.const 0x10c0) "unstable fd 0\00")
  (data (i32.const 0x10d0) "unstable fd 3\00")
  (data (i32.const 0x10e0) "unstable misaligned slot\00")
  (data (i32.const 0x1100) "unstable slot past the end\00")
  (data (i32.const 0x1120) "unstable wild slot\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_u64 (i32.const 0x1000) ;; preview1 fd 1
      (call $preview1_fd_tell (i32.const 1) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1010) ;; preview1 fd 2
      (call $preview1_fd_tell (i32.const 2) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1020) ;; preview1 fd 0
      (call $preview1_fd_tell (i32.const 0) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x1030) ;; preview1 fd 3
      (call $preview1_fd_tell (i32.const 3) (i32.const 0x10)))
    (call $report (i32.const 0x1040) ;; preview1 misaligned slot
      (call $preview1_fd_tell (i32.const 1) (i32.const 0x43)))
    (call $report_u64 (i32.const 0x1060) ;; preview1 slot past the end
      (call $preview1_fd_tell (i32.const 1) (i32.const 0x1fffc)))
    (call $report_u64 (i32.const 0x1080) ;; preview1 wild slot
      (call $preview1_fd_tell (i32.const 1) (i32.const -1)))
    (call $report_u64 (i32.const 0x10a0) ;; unstable fd 1
      (call $unstable_fd_tell (i32.const 1) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x10b0) ;; unstable fd 2
      (call $unstable_fd_tell (i32.const 2) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x10c0) ;; unstable fd 0
      (call $unstable_fd_tell (i32.const 0) (i32.const 0x10)))
    (call $report_u64 (i32.const 0x10d0) ;; unstable fd 3
      (call $unstable_fd_tell (i32.const 3) (i32.const 0x10)))
    (call $report (i32.const 0x10e0) ;; unstable misaligned slot
      (call $unstable_fd_tell (i32.const 1) (i32.const 0x43)))
    (call $report_u64 (i32.const 0x1100) ;; unstable slot past the end
      (call $unstable_fd_tell (i32.const 1) (i32.const 0x1fffc)))
    (call $report_u64 (i32.const 0x1120) ;; unstable wild slot
      (call $unstable_fd_tell (i32.const 1) (i32.const -1)))
    (i32.const 0))
)
