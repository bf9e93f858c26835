;; expect: survives
;; Wild addresses, sizes and result slots in every place of every function that takes one: callouts, shared data,
;; queues, metrics, foreign functions.

(module
  (import "env" "proxy_http_call"
    (func $http_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_grpc_call"
    (func $grpc_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_grpc_stream"
    (func $grpc_stream (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_grpc_send"
    (func $grpc_send (param i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_shared_data"
    (func $get_shared_data (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_set_shared_data"
    (func $set_shared_data (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_register_shared_queue"
    (func $register_shared_queue (param i32 i32 i32) (result i32)))
  (import "env" "proxy_resolve_shared_queue"
    (func $resolve_shared_queue (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_enqueue_shared_queue"
    (func $enqueue_shared_queue (param i32 i32 i32) (result i32)))
  (import "env" "proxy_dequeue_shared_queue"
    (func $dequeue_shared_queue (param i32 i32 i32) (result i32)))
  (import "env" "proxy_define_metric"
    (func $define_metric (param i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_metric"
    (func $get_metric (param i32 i32) (result i32)))
  (import "env" "proxy_call_foreign_function"
    (func $call_foreign_function (param i32 i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  ;; Nine rows: an address and a size that leave the memory together, and an address too close to the end for a result.
  (data (i32.const 0x10000)
    "\ff\ff\ff\ff" "\01\00\00\00" "\ff\ff\ff\ff"
    "\f0\ff\ff\ff" "\20\00\00\00" "\f0\ff\ff\ff"
    "\00\00\00\80" "\04\00\00\00" "\00\00\00\80"
    "\ff\ff\ff\7f" "\ff\ff\ff\7f" "\ff\ff\ff\7f"
    "\00\00\02\00" "\01\00\00\00" "\00\00\02\00"
    "\ff\ff\01\00" "\02\00\00\00" "\ff\ff\01\00"
    "\fd\ff\01\00" "\04\00\00\00" "\fe\ff\01\00"
    "\00\00\00\00" "\ff\ff\ff\ff" "\fd\ff\01\00"
    "\00\01\00\00" "\00\00\00\80" "\fd\ff\ff\ff")

  (data (i32.const 0x100) "cluster")
  (data (i32.const 0x120) "value")
  (data (i32.const 0x140) "key")
  (data (i32.const 0x160) "queue")
  (data (i32.const 0x180) "metric")
  (data (i32.const 0x1a0) "nothing")
  (data (i32.const 0x1000) "proxy_http_call\00")
  (data (i32.const 0x1010) "proxy_grpc_call\00")
  (data (i32.const 0x1020) "proxy_grpc_stream\00")
  (data (i32.const 0x1040) "proxy_grpc_send\00")
  (data (i32.const 0x1050) "proxy_get_shared_data\00")
  (data (i32.const 0x1070) "proxy_set_shared_data\00")
  (data (i32.const 0x1090) "proxy_register_shared_queue\00")
  (data (i32.const 0x10b0) "proxy_resolve_shared_queue\00")
  (data (i32.const 0x10d0) "proxy_enqueue_shared_queue\00")
  (data (i32.const 0x10f0) "proxy_dequeue_shared_queue\00")
  (data (i32.const 0x1110) "proxy_define_metric\00")
  (data (i32.const 0x1130) "proxy_get_metric\00")
  (data (i32.const 0x1150) "proxy_call_foreign_function\00")
  (data (i32.const 0x1170) "survived\00")

  ;; A call with a wild argument must not succeed: then its name and the number of the row are a line.
  (func $must_fail (param $label i32) (param $row i32) (param $status i32)
    (if (i32.eqz (local.get $status))
      (then (call $report (local.get $label) (local.get $row)))))

  (func $try (param $row i32)
    (local $p i32)
    (local $n i32)
    (local $slot i32)
    (local.set $p (i32.load (i32.add (i32.const 0x10000) (i32.mul (local.get $row) (i32.const 12)))))
    (local.set $n (i32.load (i32.add (i32.const 0x10004) (i32.mul (local.get $row) (i32.const 12)))))
    (local.set $slot (i32.load (i32.add (i32.const 0x10008) (i32.mul (local.get $row) (i32.const 12)))))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; proxy_http_call
      (call $http_call (local.get $p) (local.get $n) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; proxy_http_call
      (call $http_call (i32.const 0x100) (i32.const 7) (local.get $p) (local.get $n) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; proxy_http_call
      (call $http_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (local.get $p) (local.get $n)
        (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; proxy_http_call
      (call $http_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (local.get $p) (local.get $n) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; proxy_http_call
      (call $http_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 1000) (local.get $slot)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_grpc_call
      (call $grpc_call (local.get $p) (local.get $n) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_grpc_call
      (call $grpc_call (i32.const 0x100) (i32.const 7) (local.get $p) (local.get $n) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_grpc_call
      (call $grpc_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (local.get $p) (local.get $n)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_grpc_call
      (call $grpc_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (local.get $p) (local.get $n) (i32.const 0) (i32.const 0) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_grpc_call
      (call $grpc_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (local.get $p) (local.get $n) (i32.const 1000) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_grpc_call
      (call $grpc_call (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 1000) (local.get $slot)))
    (call $must_fail (i32.const 0x1020) (local.get $row) ;; proxy_grpc_stream
      (call $grpc_stream (local.get $p) (local.get $n) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1020) (local.get $row) ;; proxy_grpc_stream
      (call $grpc_stream (i32.const 0x100) (i32.const 7) (local.get $p) (local.get $n) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1020) (local.get $row) ;; proxy_grpc_stream
      (call $grpc_stream (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (local.get $p)
        (local.get $n) (i32.const 0) (i32.const 0) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1020) (local.get $row) ;; proxy_grpc_stream
      (call $grpc_stream (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (local.get $p) (local.get $n) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1020) (local.get $row) ;; proxy_grpc_stream
      (call $grpc_stream (i32.const 0x100) (i32.const 7) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1040) (local.get $row) ;; proxy_grpc_send
      (call $grpc_send (i32.const 6) (local.get $p) (local.get $n) (i32.const 0)))
    (call $must_fail (i32.const 0x1050) (local.get $row) ;; proxy_get_shared_data
      (call $get_shared_data (local.get $p) (local.get $n) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
    (call $must_fail (i32.const 0x1070) (local.get $row) ;; proxy_set_shared_data
      (call $set_shared_data (local.get $p) (local.get $n) (i32.const 0x120) (i32.const 5) (i32.const 0)))
    (call $must_fail (i32.const 0x1070) (local.get $row) ;; proxy_set_shared_data
      (call $set_shared_data (i32.const 0x140) (i32.const 3) (local.get $p) (local.get $n) (i32.const 0)))
    (call $must_fail (i32.const 0x1070) (local.get $row) ;; proxy_set_shared_data
      (call $set_shared_data (local.get $p) (local.get $n) (local.get $p) (local.get $n) (i32.const 0)))
    (call $must_fail (i32.const 0x1090) (local.get $row) ;; proxy_register_shared_queue
      (call $register_shared_queue (local.get $p) (local.get $n) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1090) (local.get $row) ;; proxy_register_shared_queue
      (call $register_shared_queue (i32.const 0x160) (i32.const 5) (local.get $slot)))
    (call $must_fail (i32.const 0x10b0) (local.get $row) ;; proxy_resolve_shared_queue
      (call $resolve_shared_queue (local.get $p) (local.get $n) (i32.const 0x160) (i32.const 5) (i32.const 0x10)))
    (call $must_fail (i32.const 0x10b0) (local.get $row) ;; proxy_resolve_shared_queue
      (call $resolve_shared_queue (i32.const 0) (i32.const 0) (local.get $p) (local.get $n) (i32.const 0x10)))
    (call $must_fail (i32.const 0x10b0) (local.get $row) ;; proxy_resolve_shared_queue
      (call $resolve_shared_queue (i32.const 0) (i32.const 0) (i32.const 0x160) (i32.const 5) (local.get $slot)))
    (call $must_fail (i32.const 0x10d0) (local.get $row) ;; proxy_enqueue_shared_queue
      (call $enqueue_shared_queue (i32.const 1) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x10f0) (local.get $row) ;; proxy_dequeue_shared_queue
      (call $dequeue_shared_queue (i32.const 1) (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1110) (local.get $row) ;; proxy_define_metric
      (call $define_metric (i32.const 0) (local.get $p) (local.get $n) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1110) (local.get $row) ;; proxy_define_metric
      (call $define_metric (i32.const 0) (i32.const 0x180) (i32.const 6) (local.get $slot)))
    (call $must_fail (i32.const 0x1130) (local.get $row) ;; proxy_get_metric
      (call $get_metric (i32.const 4) (local.get $slot)))
    (call $must_fail (i32.const 0x1150) (local.get $row) ;; proxy_call_foreign_function
      (call $call_foreign_function (local.get $p) (local.get $n) (i32.const 0) (i32.const 0) (i32.const 0x10)
        (i32.const 0x14)))
    (call $must_fail (i32.const 0x1150) (local.get $row) ;; proxy_call_foreign_function
      (call $call_foreign_function (i32.const 0x1a0) (i32.const 7) (local.get $p) (local.get $n)
        (i32.const 0x10) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1150) (local.get $row) ;; proxy_call_foreign_function
      (call $call_foreign_function (i32.const 0x1a0) (i32.const 7) (i32.const 0) (i32.const 0) (local.get $slot)
        (local.get $slot))))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (local $row i32)
    (loop $next
      (call $try (local.get $row))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $row) (i32.const 9))))
    (call $report (i32.const 0x1170) (i32.const 0))
    (i32.const 0))
)
