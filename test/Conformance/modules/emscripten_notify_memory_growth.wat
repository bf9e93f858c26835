;; traffic: get
;; A notice without effect; legal during initialisation too.

(module
  (import "env" "emscripten_notify_memory_growth"
    (func $emscripten_notify_memory_growth (param i32)))

  ;; include prelude

  (data (i32.const 0x1000) "during initialisation\00")
  (data (i32.const 0x1020) "memory 0\00")
  (data (i32.const 0x1030) "memory -1\00")

  (func (export "_initialize")
    (call $emscripten_notify_memory_growth (i32.const 0))
    (call $report (i32.const 0x1000) ;; during initialisation
      (i32.const 0)))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $emscripten_notify_memory_growth (i32.const 0))
    (call $report (i32.const 0x1020) ;; memory 0
      (i32.const 0))
    (call $emscripten_notify_memory_growth (i32.const -1))
    (call $report (i32.const 0x1030) ;; memory -1
      (i32.const 0))
    (i32.const 0))
)
