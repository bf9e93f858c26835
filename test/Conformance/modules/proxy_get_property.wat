;; traffic: get
;; cases: 28 116 117
;; A path of segments with NULs between them. Text as it is, numbers and times as eight bytes, lowest first, booleans as
;; one; what is not there now is NotFound.

(module
  (import "env" "proxy_get_property"
    (func $get_property (param i32 i32 i32 i32) (result i32)))

  ;; include prelude

  (data (i32.const 0x100) "plugin_root_id")
  (data (i32.const 0x110) "plugin_name")
  (data (i32.const 0x120) "plugin_vm_id")
  (data (i32.const 0x130) "request\00path")
  (data (i32.const 0x140) "request\00path\00")
  (data (i32.const 0x150) "request\00url_path")
  (data (i32.const 0x170) "request\00query")
  (data (i32.const 0x180) "request\00host")
  (data (i32.const 0x190) "request\00method")
  (data (i32.const 0x1a0) "request\00scheme")
  (data (i32.const 0x1b0) "request\00protocol")
  (data (i32.const 0x1d0) "request\00headers\00x-multi")
  (data (i32.const 0x1f0) "request\00headers\00x-missing")
  (data (i32.const 0x210) "request\00useragent")
  (data (i32.const 0x230) "request\00time")
  (data (i32.const 0x240) "request\00size")
  (data (i32.const 0x250) "request\00duration")
  (data (i32.const 0x270) "connection\00mtls")
  (data (i32.const 0x280) "connection\00tls_version")
  (data (i32.const 0x2a0) "connection_id")
  (data (i32.const 0x2b0) "response\00code")
  (data (i32.const 0x2c0) "nonsense")
  (data (i32.const 0x2d0) "request\00nonsense")
  (data (i32.const 0x2f0) "request\00path\00more")
  (data (i32.const 0x310) "response\00headers\00content-type")

  (data (i32.const 0x1000) "root id for the factory\00")
  (data (i32.const 0x1020) "plugin name\00")
  (data (i32.const 0x1030) "root id\00")
  (data (i32.const 0x1040) "vm id\00")
  (data (i32.const 0x1050) "bytes asked of the allocator\00")
  (data (i32.const 0x1070) "request of a root\00")
  (data (i32.const 0x1090) "path\00")
  (data (i32.const 0x10a0) "path with a NUL behind\00")
  (data (i32.const 0x10c0) "path without query\00")
  (data (i32.const 0x10e0) "query\00")
  (data (i32.const 0x10f0) "host\00")
  (data (i32.const 0x1100) "method\00")
  (data (i32.const 0x1110) "scheme\00")
  (data (i32.const 0x1120) "protocol\00")
  (data (i32.const 0x1130) "all values of a header\00")
  (data (i32.const 0x1150) "missing header\00")
  (data (i32.const 0x1160) "user agent\00")
  (data (i32.const 0x1170) "start time\00")
  (data (i32.const 0x1180) "body size\00")
  (data (i32.const 0x1190) "duration before the end\00")
  (data (i32.const 0x11b0) "mutual tls\00")
  (data (i32.const 0x11c0) "tls version\00")
  (data (i32.const 0x11d0) "connection id\00")
  (data (i32.const 0x11e0) "response code before the response\00")
  (data (i32.const 0x1210) "unknown root\00")
  (data (i32.const 0x1220) "unknown field\00")
  (data (i32.const 0x1230) "segment below a text\00")
  (data (i32.const 0x1250) "no path\00")
  (data (i32.const 0x1260) "no path at a wild address\00")
  (data (i32.const 0x1280) "past the end\00")
  (data (i32.const 0x1290) "wraps\00")
  (data (i32.const 0x12a0) "4 GiB\00")
  (data (i32.const 0x12b0) "misaligned slots\00")
  (data (i32.const 0x12d0) "address slot past the end\00")
  (data (i32.const 0x12f0) "size slot past the end\00")
  (data (i32.const 0x1310) "response code\00")
  (data (i32.const 0x1320) "response header\00")
  (data (i32.const 0x1330) "request path later\00")
  (data (i32.const 0x1350) "path in on_log\00")
  (data (i32.const 0x1360) "response code in on_log\00")

  (func (export "proxy_on_context_create") (param $context i32) (param $parent i32)
    (if (i32.eqz (local.get $parent))
      (then
        (call $report_bytes (i32.const 0x1000) ;; root id for the factory
          (call $get_property (i32.const 0x100) (i32.const 14) (i32.const 0x10) (i32.const 0x14))))))

  (func (export "proxy_on_configure") (param $context i32) (param $size i32) (result i32)
    (call $report_bytes (i32.const 0x1020) ;; plugin name
      (call $get_property (i32.const 0x110) (i32.const 11) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1030) ;; root id
      (call $get_property (i32.const 0x100) (i32.const 14) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1040) ;; vm id
      (call $get_property (i32.const 0x120) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x1050) ;; bytes asked of the allocator
      (global.get $last_allocation))
    (call $report_bytes (i32.const 0x1070) ;; request of a root
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 1))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1090) ;; path
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10a0) ;; path with a NUL behind
      (call $get_property (i32.const 0x140) (i32.const 13) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10c0) ;; path without query
      (call $get_property (i32.const 0x150) (i32.const 0x10) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10e0) ;; query
      (call $get_property (i32.const 0x170) (i32.const 13) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x10f0) ;; host
      (call $get_property (i32.const 0x180) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1100) ;; method
      (call $get_property (i32.const 0x190) (i32.const 14) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1110) ;; scheme
      (call $get_property (i32.const 0x1a0) (i32.const 14) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1120) ;; protocol
      (call $get_property (i32.const 0x1b0) (i32.const 0x10) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1130) ;; all values of a header
      (call $get_property (i32.const 0x1d0) (i32.const 0x17) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1150) ;; missing header
      (call $get_property (i32.const 0x1f0) (i32.const 0x19) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1160) ;; user agent
      (call $get_property (i32.const 0x210) (i32.const 0x11) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1170) ;; start time
      (call $get_property (i32.const 0x230) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1180) ;; body size
      (call $get_property (i32.const 0x240) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1190) ;; duration before the end
      (call $get_property (i32.const 0x250) (i32.const 0x10) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11b0) ;; mutual tls
      (call $get_property (i32.const 0x270) (i32.const 15) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11c0) ;; tls version
      (call $get_property (i32.const 0x280) (i32.const 0x16) (i32.const 0x10) (i32.const 0x14)))
    (call $report (i32.const 0x11d0) ;; connection id
      (call $get_property (i32.const 0x2a0) (i32.const 13) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x11e0) ;; response code before the response
      (call $get_property (i32.const 0x2b0) (i32.const 13) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1210) ;; unknown root
      (call $get_property (i32.const 0x2c0) (i32.const 8) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1220) ;; unknown field
      (call $get_property (i32.const 0x2d0) (i32.const 0x10) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1230) ;; segment below a text
      (call $get_property (i32.const 0x2f0) (i32.const 0x11) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1250) ;; no path
      (call $get_property (i32.const 0x100) (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1260) ;; no path at a wild address
      (call $get_property (i32.const -1) (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1280) ;; past the end
      (call $get_property (i32.const 0x1fffc) (i32.const 5) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1290) ;; wraps
      (call $get_property (i32.const 0xfffffff0) (i32.const 0x20) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x12a0) ;; 4 GiB
      (call $get_property (i32.const 0x100) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes_of (i32.const 0x12b0) ;; misaligned slots
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x41) (i32.const 0x45)) (i32.const 0x41))
    (call $report (i32.const 0x12d0) ;; address slot past the end
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x1fffd) (i32.const 0x14)))
    (call $report (i32.const 0x12f0) ;; size slot past the end
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x10) (i32.const 0x1fffd)))
    (i32.const 0))

  (func (export "proxy_on_response_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (call $report_bytes (i32.const 0x1310) ;; response code
      (call $get_property (i32.const 0x2b0) (i32.const 13) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1320) ;; response header
      (call $get_property (i32.const 0x310) (i32.const 0x1d) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1330) ;; request path later
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (i32.const 0))

  (func (export "proxy_on_log") (param $context i32)
    (call $report_bytes (i32.const 0x1350) ;; path in on_log
      (call $get_property (i32.const 0x130) (i32.const 12) (i32.const 0x10) (i32.const 0x14)))
    (call $report_bytes (i32.const 0x1360) ;; response code in on_log
      (call $get_property (i32.const 0x2b0) (i32.const 13) (i32.const 0x10) (i32.const 0x14))))
)
