;; expect: start-error
;; message: unreachable
;; Fails while it initialises.

(module
  ;; include prelude

  (func (export "_initialize") (unreachable))
)
