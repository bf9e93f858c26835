;; traffic: get
;; No descriptor is a file.

(module
  (import "wasi_snapshot_preview1" "fd_filestat_get"
    (func $preview1_fd_filestat_get (param i32 i32) (result i32)))
  (import "wasi_unstable" "fd_filestat_get"
    (func $unstable_fd_filestat_get (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 0\00")
  (data (i32.const 0x1010) "preview1 fd 1\00")
  (data (i32.const 0x1020) "preview1 wild address\00")
  (data (i32.const 0x1040) "unstable fd 0\00")
  (data (i32.const 0x1050) "unstable fd 1\00")
  (data (i32.const 0x1060) "unstable wild address\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 0
      (call $preview1_fd_filestat_get (i32.const 0) (i32.const 0x40)))
    (call $report (i32.const 0x1010) ;; preview1 fd 1
      (call $preview1_fd_filestat_get (i32.const 1) (i32.const 0x40)))
    (call $report (i32.const 0x1020) ;; preview1 wild address
      (call $preview1_fd_filestat_get (i32.const 1) (i32.const -1)))
    (call $report (i32.const 0x1040) ;; unstable fd 0
      (call $unstable_fd_filestat_get (i32.const 0) (i32.const 0x40)))
    (call $report (i32.const 0x1050) ;; unstable fd 1
      (call $unstable_fd_filestat_get (i32.const 1) (i32.const 0x40)))
    (call $report (i32.const 0x1060) ;; unstable wild address
      (call $unstable_fd_filestat_get (i32.const 1) (i32.const -1)))
    (i32.const 0))
)
