;; traffic: get
;; cases: 35 36
;; Means something only for a root whose on_done said 0; the root is deleted after the callback that calls it.

(module
  (import "env" "proxy_set_tick_period_milliseconds"
    (func $set_tick_period_milliseconds (param i32) (result i32)))
  (import "env" "proxy_done"
    (func $done (result i32)))

  ;; include prelude

  (global $root (mut i32) (i32.const 0))
  (global $shutting_down (mut i32) (i32.const 0))

  (data (i32.const 0x1000) "in a stream\00")
  (data (i32.const 0x1010) "in a tick after on_done\00")
  (data (i32.const 0x1030) "again in that tick\00")
  (data (i32.const 0x1050) "in a tick before on_done\00")
  (data (i32.const 0x1070) "inside on_done\00")
  (data (i32.const 0x1080) "the root is deleted\00")

  (func (export "proxy_on_context_create") (param $context i32) (param $parent i32)
    (if (i32.eqz (local.get $parent)) (then (global.set $root (local.get $context)))))

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (drop (call $set_tick_period_milliseconds (i32.const 1000)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1000) ;; in a stream
      (call $done))
    (i32.const 0))

  (func (export "proxy_on_tick") (param $context i32)
    (if (global.get $shutting_down)
      (then
        (call $report (i32.const 0x1010) ;; in a tick after on_done
          (call $done))
        (call $report (i32.const 0x1030) ;; again in that tick
          (call $done)))
      (else
        (call $report (i32.const 0x1050) ;; in a tick before on_done
          (call $done)))))

  (func (export "proxy_on_done") (param $context i32) (result i32)
    (if (i32.eq (local.get $context) (global.get $root))
      (then
        (call $report (i32.const 0x1070) ;; inside on_done
          (call $done))
        (global.set $shutting_down (i32.const 1))))
    (i32.eqz (global.get $shutting_down)))

  (func (export "proxy_on_delete") (param $context i32)
    (if (i32.eq (local.get $context) (global.get $root))
      (then
        (call $report (i32.const 0x1080) ;; the root is deleted
          (i32.const 1)))))
)
