;; expect: start-error
;; limits: cpu
;; Never ends being instantiated.

(module
  ;; include prelude

  (start $hang)
  (func $hang (loop $again (br $again)))
)
