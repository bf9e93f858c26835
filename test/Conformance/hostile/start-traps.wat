;; expect: start-error
;; Fails while it initialises.

(module
  ;; include prelude

  (func (export "_initialize") (unreachable))
)
