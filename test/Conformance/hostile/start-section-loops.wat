;; expect: start-error
;; limits: cpu
;; message: start section CPU budget
;; Never ends being instantiated.

(module
  ;; include prelude

  (start $hang)
  (func $hang (loop $again (br $again)))
)
