;; expect: start-error
;; limits: cpu
;; message: CPU budget
;; Never ends initialising.

(module
  ;; include prelude

  (func (export "_initialize") (loop $again (br $again)))
)
