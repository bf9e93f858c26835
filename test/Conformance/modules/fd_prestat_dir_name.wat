;; traffic: get
;; Not there.

(module
  (import "wasi_snapshot_preview1" "fd_prestat_dir_name"
    (func $preview1_fd_prestat_dir_name (param i32 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_prestat_dir_name"
    (func $unstable_fd_prestat_dir_name (param i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "preview1 fd 3\00")
  (data (i32.const 0x1010) "preview1 wild address\00")
  (data (i32.const 0x1030) "unstable fd 3\00")
  (data (i32.const 0x1040) "unstable wild address\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 fd 3
      (call $preview1_fd_prestat_dir_name (i32.const 3) (i32.const 0x40) (i32.const 0x10)))
    (call $report (i32.const 0x1010) ;; preview1 wild address
      (call $preview1_fd_prestat_dir_name (i32.const 3) (i32.const -1) (i32.const -1)))
    (call $report (i32.const 0x1030) ;; unstable fd 3
      (call $unstable_fd_prestat_dir_name (i32.const 3) (i32.const 0x40) (i32.const 0x10)))
    (call $report (i32.const 0x1040) ;; unstable wild address
      (call $unstable_fd_prestat_dir_name (i32.const 3) (i32.const -1) (i32.const -1)))
    (i32.const 0))
)
