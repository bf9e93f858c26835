;; traffic: get
;; Twenty-four bytes: standard output and error may be written, nothing else.

(module
  (import "wasi_snapshot_preview1" "fd_fdstat_get"
    (func $preview1_fd_fdstat_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "fd_fdstat_get"
    (func $unstable_fd_fdstat_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 1\00")
  (data (i32.const 0x1010) "preview1 fd 2\00")
  (data (i32.const 0x1020) "preview1 fd 0\00")
  (data (i32.const 0x1030) "preview1 fd 3\00")
  (data (i32.const 0x1040) "preview1 misaligned\00")
  (data (i32.const 0x1060) "preview1 last bytes of memory\00")
  (data (i32.const 0x1080) "preview1 past the end\00")
  (data (i32.const 0x10a0) "preview1 wild address\00")
  (data (i32.const 0x10c0) "unstable fd 1\00")
  (data (i32.const 0x10d0) "unstable fd 2\00")
  (data (i32.const 0x10e0) "unstable fd 0\00")
  (data (i32.const 0x10f0) "unstable fd 3\00")
  (data (i32.const 0x1100) "unstable misaligned\00")
  (data (i32.const 0x1120) "unstable last bytes of memory\00")
  (data (i32.const 0x1140) "unstable past the end\00")
  (data (i32.const 0x1160) "unstable wild address\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_block (i32.const 0x1000) ;; preview1 fd 1
      (call $preview1_fd_fdstat_get (i32.const 1) (i32.const 0x40)) (i32.const 0x40) (i32.const 0x18))
    (call $report_block (i32.const 0x1010) ;; preview1 fd 2
      (call $preview1_fd_fdstat_get (i32.const 2) (i32.const 0x40)) (i32.const 0x40) (i32.const 0x18))
    (call $report (i32.const 0x1020) ;; preview1 fd 0
      (call $preview1_fd_fdstat_get (i32.const 0) (i32.const 0x40)))
    (call $report (i32.const 0x1030) ;; preview1 fd 3
      (call $preview1_fd_fdstat_get (i32.const 3) (i32.const 0x40)))
    (call $report (i32.const 0x1040) ;; preview1 misaligned
      (call $preview1_fd_fdstat_get (i32.const 1) (i32.const 0x41)))
    (call $report (i32.const 0x1060) ;; preview1 last bytes of memory
      (call $preview1_fd_fdstat_get (i32.const 1) (i32.const 0x1ffe8)))
    (call $report (i32.const 0x1080) ;; preview1 past the end
      (call $preview1_fd_fdstat_get (i32.const 1) (i32.const 0x1ffe9)))
    (call $report (i32.const 0x10a0) ;; preview1 wild address
      (call $preview1_fd_fdstat_get (i32.const 1) (i32.const -1)))
    (call $report_block (i32.const 0x10c0) ;; unstable fd 1
      (call $unstable_fd_fdstat_get (i32.const 1) (i32.const 0x40)) (i32.const 0x40) (i32.const 0x18))
    (call $report_block (i32.const 0x10d0) ;; unstable fd 2
      (call $unstable_fd_fdstat_get (i32.const 2) (i32.const 0x40)) (i32.const 0x40) (i32.const 0x18))
    (call $report (i32.const 0x10e0) ;; unstable fd 0
      (call $unstable_fd_fdstat_get (i32.const 0) (i32.const 0x40)))
    (call $report (i32.const 0x10f0) ;; unstable fd 3
      (call $unstable_fd_fdstat_get (i32.const 3) (i32.const 0x40)))
    (call $report (i32.const 0x1100) ;; unstable misaligned
      (call $unstable_fd_fdstat_get (i32.const 1) (i32.const 0x41)))
    (call $report (i32.const 0x1120) ;; unstable last bytes of memory
      (call $unstable_fd_fdstat_get (i32.const 1) (i32.const 0x1ffe8)))
    (call $report (i32.const 0x1140) ;; unstable past the end
      (call $unstable_fd_fdstat_get (i32.const 1) (i32.const 0x1ffe9)))
    (call $report (i32.const 0x1160) ;; unstable wild address
      (call $unstable_fd_fdstat_get (i32.const 1) (i32.const -1)))
    (i32.const 0))
)
