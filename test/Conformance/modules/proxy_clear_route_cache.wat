;; traffic: get
;; A function of ABI 0.1.0: the route is chosen again. Always OK.

(module
  (import "env" "proxy_clear_route_cache"
    (func $clear_route_cache (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "of a root\00")
  (data (i32.const 0x1010) "of a stream\00")
  (data (i32.const 0x1020) "in the response\00")

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report (i32.const 0x1000) ;; of a root
      (call $clear_route_cache))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1010) ;; of a stream
      (call $clear_route_cache))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report (i32.const 0x1020) ;; in the response
      (call $clear_route_cache))
    (i32.const 0))
)
