;; traffic: get
;; Not supported; the count is written all the same.

(module
  (import "wasi_snapshot_preview1" "path_readlink"
    (func $preview1_path_readlink (param i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "path_readlink"
    (func $unstable_path_readlink (param i32 i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "/etc/passwd")

  (data (i32.const 0x1000) "preview1 a path\00")
  (data (i32.const 0x1010) "preview1 count\00")
  (data (i32.const 0x1020) "preview1 slot past the end\00")
  (data (i32.const 0x1040) "unstable a path\00")
  (data (i32.const 0x1050) "unstable count\00")
  (data (i32.const 0x1060) "unstable slot past the end\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 a path
      (call $preview1_path_readlink (i32.const 3) (i32.const 0x100) (i32.const 11) (i32.const 0x40)
        (i32.const 0x10) (i32.const 0x90)))
    (call $report (i32.const 0x1010) ;; preview1 count
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1020) ;; preview1 slot past the end
      (call $preview1_path_readlink (i32.const 3) (i32.const 0x100) (i32.const 11) (i32.const 0x40)
        (i32.const 0x10) (i32.const 0x1fffd)))
    (call $report (i32.const 0x1040) ;; unstable a path
      (call $unstable_path_readlink (i32.const 3) (i32.const 0x100) (i32.const 11) (i32.const 0x40)
        (i32.const 0x10) (i32.const 0x90)))
    (call $report (i32.const 0x1050) ;; unstable count
      (i32.load (i32.const 0x90)))
    (call $report (i32.const 0x1060) ;; unstable slot past the end
      (call $unstable_path_readlink (i32.const 3) (i32.const 0x100) (i32.const 11) (i32.const 0x40)
        (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 0))
)
