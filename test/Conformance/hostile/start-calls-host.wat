;; expect: start-error
;; message: _initialize proxy_get_header_map_value initialisation
;; cases: 12
;; Asks for a header while it initialises: there is no context to ask about, and only logging is allowed.

(module
  (import "env" "proxy_get_header_map_value" (func $get_header (param i32 i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (func (export "_initialize")
    (drop (call $get_header (i32.const 0) (i32.const 0x100) (i32.const 1) (i32.const 0x10) (i32.const 0x14))))
)
