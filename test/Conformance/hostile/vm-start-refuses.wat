;; expect: start-error
;; message: proxy_on_vm_start false
;; cases: 24
;; Says no in proxy_on_vm_start.

(module
  ;; include prelude

  (func (export "proxy_on_vm_start") (param $context i32) (param $size i32) (result i32) (i32.const 0))
)
