;; expect: start-error
;; message: start section unreachable
;; Fails when it is instantiated, before any export could be called.

(module
  ;; include prelude

  (start $fail)
  (func $fail (unreachable))
)
