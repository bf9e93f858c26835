;; traffic: get
;; A function of ABI 0.1.0, there for modules whose SDK mixes versions: the plugin configuration where the root is
;; configured, else the VM configuration.

(module
  (import "env" "proxy_get_configuration"
    (func $get_configuration (param i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x1000) "in on_context_create\00")
  (data (i32.const 0x1020) "in on_vm_start\00")
  (data (i32.const 0x1030) "in on_configure\00")
  (data (i32.const 0x1040) "bytes asked of the allocator\00")
  (data (i32.const 0x1060) "misaligned slots\00")
  (data (i32.const 0x1080) "first slot past the end\00")
  (data (i32.const 0x10a0) "second slot past the end\00")
  (data (i32.const 0x10c0) "in a stream\00")

  (func (export "proxy_on_context_create") (param $context i32) (param $parent i32)
    (if (i32.eqz (local.get $parent))
      (then
        (call $report_bytes (i32.const 0x1000) ;; in on_context_create
          (call $get_configuration (i32.const 0x10) (i32.const 0x14))))))

  (func (export "proxy_on_vm_start") (param $context i32) (param $size i32) (result i32)
    (call $report_bytes (i32.const 0x1020) ;; in on_vm_start
      (call $get_configuration (i32.const 0x10) (i32.const 0x14)))
    (i32.const 1))

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_bytes (i32.const 0x1030) ;; in on_configure
      (call $get_configuration (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1040) ;; bytes asked of the allocator
      (global.get $last_allocation))
    (call $report_bytes_of (i32.const 0x1060) ;; misaligned slots
      (call $get_configuration (i32.const 0x41) (i32.const 0x45)) (i32.const 0x41))
    (call $report (i32.const 0x1080) ;; first slot past the end
      (call $get_configuration (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x10a0) ;; second slot past the end
      (call $get_configuration (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x10c0) ;; in a stream
      (call $get_configuration (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))
)
