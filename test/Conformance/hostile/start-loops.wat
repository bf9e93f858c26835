;; expect: start-error
;; limits: cpu
;; Never ends initialising.

(module
  ;; include prelude

  (func (export "_initialize") (loop $again (br $again)))
)
