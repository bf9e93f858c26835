;; expect: start-error
;; Fails when it is instantiated, before any export could be called.

(module
  ;; include prelude

  (start $fail)
  (func $fail (unreachable))
)
