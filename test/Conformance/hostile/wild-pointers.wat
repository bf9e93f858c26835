;; expect: survives
;; Wild addresses, sizes and result slots in every place of every function that takes one: logging, time, lifecycle,
;; headers, buffers, local responses, properties.

(module
  (import "env" "proxy_get_log_level"
    (func $get_log_level (param i32) (result i32)))
  (import "env" "proxy_get_current_time_nanoseconds"
    (func $get_current_time_nanoseconds (param i32) (result i32)))
  (import "env" "proxy_get_configuration"
    (func $get_configuration (param i32 i32) (result i32)))
  (import "env" "proxy_get_status"
    (func $get_status (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_size"
    (func $get_header_map_size (param i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_pairs"
    (func $get_header_map_pairs (param i32 i32 i32) (result i32)))
  (import "env" "proxy_set_header_map_pairs"
    (func $set_header_map_pairs (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_header_map_value"
    (func $get_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_add_header_map_value"
    (func $add_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_replace_header_map_value"
    (func $replace_header_map_value (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_remove_header_map_value"
    (func $remove_header_map_value (param i32 i32 i32) (result i32)))
  (import "env" "proxy_get_buffer_bytes"
    (func $get_buffer_bytes (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_buffer_status"
    (func $get_buffer_status (param i32 i32 i32) (result i32)))
  (import "env" "proxy_set_buffer_bytes"
    (func $set_buffer_bytes (param i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_send_local_response"
    (func $send_local_response (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_get_property"
    (func $get_property (param i32 i32 i32 i32) (result i32)))
  (import "env" "proxy_set_property"
    (func $set_property (param i32 i32 i32 i32) (result i32)))

  ;; include prelude

  ;; Nine rows: an address and a size that leave the memory together, and an address too close to the end for a result.
  (data (i32.const 0x10000)
    "\ff\ff\ff\ff" "\01\00\00\00" "\ff\ff\ff\ff"
    "\f0\ff\ff\ff" "\20\00\00\00" "\f0\ff\ff\ff"
    "\00\00\00\80" "\04\00\00\00" "\00\00\00\80"
    "\ff\ff\ff\7f" "\ff\ff\ff\7f" "\ff\ff\ff\7f"
    "\00\00\02\00" "\01\00\00\00" "\00\00\02\00"
    "\ff\ff\01\00" "\02\00\00\00" "\ff\ff\01\00"
    "\fd\ff\01\00" "\04\00\00\00" "\fe\ff\01\00"
    "\00\00\00\00" "\ff\ff\ff\ff" "\fd\ff\01\00"
    "\00\01\00\00" "\00\00\00\80" "\fd\ff\ff\ff")

  (data (i32.const 0x100) ":path")
  (data (i32.const 0x120) "value")
  (data (i32.const 0x140) "x-name")
  (data (i32.const 0x160) "plugin_name")
  (data (i32.const 0x1000) "proxy_log\00")
  (data (i32.const 0x1010) "proxy_get_log_level\00")
  (data (i32.const 0x1030) "proxy_get_current_time_nanoseconds\00")
  (data (i32.const 0x1060) "proxy_get_configuration\00")
  (data (i32.const 0x1080) "proxy_get_status\00")
  (data (i32.const 0x10a0) "proxy_get_header_map_size\00")
  (data (i32.const 0x10c0) "proxy_get_header_map_pairs\00")
  (data (i32.const 0x10e0) "proxy_set_header_map_pairs\00")
  (data (i32.const 0x1100) "proxy_get_header_map_value\00")
  (data (i32.const 0x1120) "proxy_add_header_map_value\00")
  (data (i32.const 0x1140) "proxy_replace_header_map_value\00")
  (data (i32.const 0x1160) "proxy_remove_header_map_value\00")
  (data (i32.const 0x1180) "proxy_get_buffer_bytes\00")
  (data (i32.const 0x11a0) "proxy_get_buffer_status\00")
  (data (i32.const 0x11c0) "proxy_set_buffer_bytes\00")
  (data (i32.const 0x11e0) "proxy_send_local_response\00")
  (data (i32.const 0x1200) "proxy_get_property\00")
  (data (i32.const 0x1220) "proxy_set_property\00")
  (data (i32.const 0x1240) "survived\00")

  ;; A call with a wild argument must not succeed: then its name and the number of the row are a line.
  (func $must_fail (param $label i32) (param $row i32) (param $status i32)
    (if (i32.eqz (local.get $status))
      (then (call $report (local.get $label) (local.get $row)))))

  (func $try (param $row i32)
    (local $p i32)
    (local $n i32)
    (local $slot i32)
    (local.set $p (i32.load (i32.add (i32.const 0x10000) (i32.mul (local.get $row) (i32.const 12)))))
    (local.set $n (i32.load (i32.add (i32.const 0x10004) (i32.mul (local.get $row) (i32.const 12)))))
    (local.set $slot (i32.load (i32.add (i32.const 0x10008) (i32.mul (local.get $row) (i32.const 12)))))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; proxy_log
      (call $log (i32.const 2) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; proxy_get_log_level
      (call $get_log_level (local.get $slot)))
    (call $must_fail (i32.const 0x1030) (local.get $row) ;; proxy_get_current_time_nanoseconds
      (call $get_current_time_nanoseconds (local.get $slot)))
    (call $must_fail (i32.const 0x1060) (local.get $row) ;; proxy_get_configuration
      (call $get_configuration (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1060) (local.get $row) ;; proxy_get_configuration
      (call $get_configuration (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x1080) (local.get $row) ;; proxy_get_status
      (call $get_status (local.get $slot) (i32.const 0x10) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1080) (local.get $row) ;; proxy_get_status
      (call $get_status (i32.const 0x18) (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1080) (local.get $row) ;; proxy_get_status
      (call $get_status (i32.const 0x18) (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x10a0) (local.get $row) ;; proxy_get_header_map_size
      (call $get_header_map_size (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x10c0) (local.get $row) ;; proxy_get_header_map_pairs
      (call $get_header_map_pairs (i32.const 0) (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x10c0) (local.get $row) ;; proxy_get_header_map_pairs
      (call $get_header_map_pairs (i32.const 0) (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x10e0) (local.get $row) ;; proxy_set_header_map_pairs
      (call $set_header_map_pairs (i32.const 0) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1100) (local.get $row) ;; proxy_get_header_map_value
      (call $get_header_map_value (i32.const 0) (local.get $p) (local.get $n) (i32.const 0x10) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1100) (local.get $row) ;; proxy_get_header_map_value
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (local.get $slot)
        (i32.const 0x14)))
    (call $must_fail (i32.const 0x1100) (local.get $row) ;; proxy_get_header_map_value
      (call $get_header_map_value (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x10)
        (local.get $slot)))
    (call $must_fail (i32.const 0x1120) (local.get $row) ;; proxy_add_header_map_value
      (call $add_header_map_value (i32.const 0) (local.get $p) (local.get $n) (i32.const 0x120) (i32.const 5)))
    (call $must_fail (i32.const 0x1120) (local.get $row) ;; proxy_add_header_map_value
      (call $add_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 6) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1140) (local.get $row) ;; proxy_replace_header_map_value
      (call $replace_header_map_value (i32.const 0) (local.get $p) (local.get $n) (i32.const 0x120)
        (i32.const 5)))
    (call $must_fail (i32.const 0x1140) (local.get $row) ;; proxy_replace_header_map_value
      (call $replace_header_map_value (i32.const 0) (i32.const 0x140) (i32.const 6) (local.get $p)
        (local.get $n)))
    (call $must_fail (i32.const 0x1160) (local.get $row) ;; proxy_remove_header_map_value
      (call $remove_header_map_value (i32.const 0) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1180) (local.get $row) ;; proxy_get_buffer_bytes
      (call $get_buffer_bytes (i32.const 6) (i32.const 0) (i32.const 0xffffffff) (local.get $slot)
        (i32.const 0x14)))
    (call $must_fail (i32.const 0x1180) (local.get $row) ;; proxy_get_buffer_bytes
      (call $get_buffer_bytes (i32.const 6) (i32.const 0) (i32.const 0xffffffff) (i32.const 0x10)
        (local.get $slot)))
    (call $must_fail (i32.const 0x11a0) (local.get $row) ;; proxy_get_buffer_status
      (call $get_buffer_status (i32.const 6) (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x11a0) (local.get $row) ;; proxy_get_buffer_status
      (call $get_buffer_status (i32.const 6) (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x11c0) (local.get $row) ;; proxy_set_buffer_bytes
      (call $set_buffer_bytes (i32.const 0) (i32.const 0) (i32.const 0) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x11e0) (local.get $row) ;; proxy_send_local_response
      (call $send_local_response (i32.const 0x1f4) (local.get $p) (local.get $n) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0xffffffff)))
    (call $must_fail (i32.const 0x11e0) (local.get $row) ;; proxy_send_local_response
      (call $send_local_response (i32.const 0x1f4) (i32.const 0) (i32.const 0) (local.get $p) (local.get $n)
        (i32.const 0) (i32.const 0) (i32.const 0xffffffff)))
    (call $must_fail (i32.const 0x11e0) (local.get $row) ;; proxy_send_local_response
      (call $send_local_response (i32.const 0x1f4) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (local.get $p) (local.get $n) (i32.const 0xffffffff)))
    (call $must_fail (i32.const 0x1200) (local.get $row) ;; proxy_get_property
      (call $get_property (local.get $p) (local.get $n) (i32.const 0x10) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1200) (local.get $row) ;; proxy_get_property
      (call $get_property (i32.const 0x160) (i32.const 11) (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1200) (local.get $row) ;; proxy_get_property
      (call $get_property (i32.const 0x160) (i32.const 11) (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x1220) (local.get $row) ;; proxy_set_property
      (call $set_property (local.get $p) (local.get $n) (i32.const 0x120) (i32.const 5)))
    (call $must_fail (i32.const 0x1220) (local.get $row) ;; proxy_set_property
      (call $set_property (i32.const 0x140) (i32.const 6) (local.get $p) (local.get $n))))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (local $row i32)
    (loop $next
      (call $try (local.get $row))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $row) (i32.const 9))))
    (call $report (i32.const 0x1240) (i32.const 0))
    (i32.const 0))
)
