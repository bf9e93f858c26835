;; expect: start-error
;; limits: cpu
;; message: proxy_on_configure CPU budget
;; Never finishes reading its configuration.

(module
  ;; include prelude

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (loop $again (br $again))
    (i32.const 1))
)
