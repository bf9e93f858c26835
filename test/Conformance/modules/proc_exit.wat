;; traffic: get
;; Only a complaint in the host's log: the callback goes on.
;; During _start it may end the command; that is another module's matter.

(module
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $preview1_proc_exit (param i32)))
  (import "wasi_unstable" "proc_exit"
    (func $unstable_proc_exit (param i32)))

  ;; include prelude

  (data (i32.const 0x1000) "before\00")
  (data (i32.const 0x1010) "after preview1 0\00")
  (data (i32.const 0x1030) "after preview1 3\00")
  (data (i32.const 0x1050) "after unstable -1\00")

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; before
      (i32.const 0))
    (call $preview1_proc_exit (i32.const 0))
    (call $report (i32.const 0x1010) ;; after preview1 0
      (i32.const 0))
    (call $preview1_proc_exit (i32.const 3))
    (call $report (i32.const 0x1030) ;; after preview1 3
      (i32.const 0))
    (call $unstable_proc_exit (i32.const -1))
    (call $report (i32.const 0x1050) ;; after unstable -1
      (i32.const 0))
    (i32.const 0))
)
