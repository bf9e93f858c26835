;; traffic: get
;; Not supported: there are no files.

(module
  (import "wasi_snapshot_preview1" "path_rename"
    (func $preview1_path_rename (param i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "path_rename"
    (func $unstable_path_rename (param i32 i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "/etc/passwd")

  (data (i32.const 0x1000) "preview1 a path\00")
  (data (i32.const 0x1010) "preview1 no path\00")
  (data (i32.const 0x1030) "unstable a path\00")
  (data (i32.const 0x1040) "unstable no path\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; preview1 a path
      (call $preview1_path_rename (i32.const 3) (i32.const 0x100) (i32.const 11) (i32.const 3)
        (i32.const 0x100) (i32.const 11)))
    (call $report (i32.const 0x1010) ;; preview1 no path
      (call $preview1_path_rename (i32.const 3) (i32.const 0x100) (i32.const 0) (i32.const 3)
        (i32.const 0x100) (i32.const 0)))
    (call $report (i32.const 0x1030) ;; unstable a path
      (call $unstable_path_rename (i32.const 3) (i32.const 0x100) (i32.const 11) (i32.const 3)
        (i32.const 0x100) (i32.const 11)))
    (call $report (i32.const 0x1040) ;; unstable no path
      (call $unstable_path_rename (i32.const 3) (i32.const 0x100) (i32.const 0) (i32.const 3)
        (i32.const 0x100) (i32.const 0)))
    (i32.const 0))
)
