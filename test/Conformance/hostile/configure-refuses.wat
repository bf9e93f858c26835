;; expect: start-error
;; message: proxy_on_configure false
;; cases: 25
;; Says no to its configuration.

(module
  ;; include prelude

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32) (i32.const 0))
)
