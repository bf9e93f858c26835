;; expect: start-error
;; message: proxy_on_configure unreachable
;; Fails over its configuration.

(module
  ;; include prelude

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32) (unreachable))
)
