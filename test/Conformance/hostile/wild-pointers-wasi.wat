;; expect: survives
;; Wild addresses, sizes and result slots in every place of every WASI function that takes one.

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_pwrite"
    (func $fd_pwrite (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_read"
    (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_pread"
    (func $fd_pread (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_tell"
    (func $fd_tell (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_fdstat_get"
    (func $fd_fdstat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_filestat_get"
    (func $fd_filestat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_get"
    (func $fd_prestat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_dir_name"
    (func $fd_prestat_dir_name (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_readdir"
    (func $fd_readdir (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_filestat_get"
    (func $path_filestat_get (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_create_directory"
    (func $path_create_directory (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_remove_directory"
    (func $path_remove_directory (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_unlink_file"
    (func $path_unlink_file (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_filestat_set_times"
    (func $path_filestat_set_times (param i32 i32 i32 i32 i64 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_readlink"
    (func $path_readlink (param i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_rename"
    (func $path_rename (param i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_link"
    (func $path_link (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_symlink"
    (func $path_symlink (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "sock_accept"
    (func $sock_accept (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "sock_recv"
    (func $sock_recv (param i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "sock_send"
    (func $sock_send (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_sizes_get"
    (func $environ_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get"
    (func $environ_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get"
    (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $clock_time_get (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_res_get"
    (func $clock_res_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get"
    (func $random_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "poll_oneoff"
    (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))

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

  (data (i32.const 0x1000) "fd_write\00")
  (data (i32.const 0x1010) "fd_pwrite\00")
  (data (i32.const 0x1020) "fd_read\00")
  (data (i32.const 0x1030) "fd_pread\00")
  (data (i32.const 0x1040) "fd_tell\00")
  (data (i32.const 0x1050) "fd_fdstat_get\00")
  (data (i32.const 0x1060) "fd_filestat_get\00")
  (data (i32.const 0x1070) "fd_prestat_get\00")
  (data (i32.const 0x1080) "fd_prestat_dir_name\00")
  (data (i32.const 0x10a0) "fd_readdir\00")
  (data (i32.const 0x10b0) "path_open\00")
  (data (i32.const 0x10c0) "path_filestat_get\00")
  (data (i32.const 0x10e0) "path_create_directory\00")
  (data (i32.const 0x1100) "path_remove_directory\00")
  (data (i32.const 0x1120) "path_unlink_file\00")
  (data (i32.const 0x1140) "path_filestat_set_times\00")
  (data (i32.const 0x1160) "path_readlink\00")
  (data (i32.const 0x1170) "path_rename\00")
  (data (i32.const 0x1180) "path_link\00")
  (data (i32.const 0x1190) "path_symlink\00")
  (data (i32.const 0x11a0) "sock_accept\00")
  (data (i32.const 0x11b0) "sock_recv\00")
  (data (i32.const 0x11c0) "sock_send\00")
  (data (i32.const 0x11d0) "environ_sizes_get\00")
  (data (i32.const 0x11f0) "environ_get\00")
  (data (i32.const 0x1200) "args_sizes_get\00")
  (data (i32.const 0x1210) "clock_time_get\00")
  (data (i32.const 0x1220) "clock_res_get\00")
  (data (i32.const 0x1230) "random_get\00")
  (data (i32.const 0x1240) "poll_oneoff\00")
  (data (i32.const 0x1250) "survived\00")

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
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; fd_write
      (call $fd_write (i32.const 1) (local.get $p) (local.get $n) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1000) (local.get $row) ;; fd_write
      (call $fd_write (i32.const 1) (i32.const 0x40) (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; fd_pwrite
      (call $fd_pwrite (i32.const 1) (local.get $p) (local.get $n) (i64.const 0) (i32.const 0x10)))
    (call $must_fail (i32.const 0x1010) (local.get $row) ;; fd_pwrite
      (call $fd_pwrite (i32.const 1) (i32.const 0x40) (i32.const 0) (i64.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1020) (local.get $row) ;; fd_read
      (call $fd_read (i32.const 0) (local.get $p) (local.get $n) (local.get $slot)))
    (call $must_fail (i32.const 0x1030) (local.get $row) ;; fd_pread
      (call $fd_pread (i32.const 0) (local.get $p) (local.get $n) (i64.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1040) (local.get $row) ;; fd_tell
      (call $fd_tell (i32.const 1) (local.get $slot)))
    (call $must_fail (i32.const 0x1050) (local.get $row) ;; fd_fdstat_get
      (call $fd_fdstat_get (i32.const 1) (local.get $slot)))
    (call $must_fail (i32.const 0x1060) (local.get $row) ;; fd_filestat_get
      (call $fd_filestat_get (i32.const 1) (local.get $slot)))
    (call $must_fail (i32.const 0x1070) (local.get $row) ;; fd_prestat_get
      (call $fd_prestat_get (i32.const 3) (local.get $slot)))
    (call $must_fail (i32.const 0x1080) (local.get $row) ;; fd_prestat_dir_name
      (call $fd_prestat_dir_name (i32.const 3) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x10a0) (local.get $row) ;; fd_readdir
      (call $fd_readdir (i32.const 3) (local.get $p) (local.get $n) (i64.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x10b0) (local.get $row) ;; path_open
      (call $path_open (i32.const 3) (i32.const 0) (local.get $p) (local.get $n) (i32.const 0) (i64.const 0)
        (i64.const 0) (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x10c0) (local.get $row) ;; path_filestat_get
      (call $path_filestat_get (i32.const 3) (i32.const 0) (local.get $p) (local.get $n) (local.get $slot)))
    (call $must_fail (i32.const 0x10e0) (local.get $row) ;; path_create_directory
      (call $path_create_directory (i32.const 3) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1100) (local.get $row) ;; path_remove_directory
      (call $path_remove_directory (i32.const 3) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1120) (local.get $row) ;; path_unlink_file
      (call $path_unlink_file (i32.const 3) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1140) (local.get $row) ;; path_filestat_set_times
      (call $path_filestat_set_times (i32.const 3) (i32.const 0) (local.get $p) (local.get $n) (i64.const 0)
        (i64.const 0) (i32.const 0)))
    (call $must_fail (i32.const 0x1160) (local.get $row) ;; path_readlink
      (call $path_readlink (i32.const 3) (local.get $p) (local.get $n) (local.get $p) (local.get $n)
        (local.get $slot)))
    (call $must_fail (i32.const 0x1170) (local.get $row) ;; path_rename
      (call $path_rename (i32.const 3) (local.get $p) (local.get $n) (i32.const 3) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1180) (local.get $row) ;; path_link
      (call $path_link (i32.const 3) (i32.const 0) (local.get $p) (local.get $n) (i32.const 3) (local.get $p)
        (local.get $n)))
    (call $must_fail (i32.const 0x1190) (local.get $row) ;; path_symlink
      (call $path_symlink (local.get $p) (local.get $n) (i32.const 3) (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x11a0) (local.get $row) ;; sock_accept
      (call $sock_accept (i32.const 3) (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x11b0) (local.get $row) ;; sock_recv
      (call $sock_recv (i32.const 3) (local.get $p) (local.get $n) (i32.const 0) (local.get $slot)
        (local.get $slot)))
    (call $must_fail (i32.const 0x11c0) (local.get $row) ;; sock_send
      (call $sock_send (i32.const 3) (local.get $p) (local.get $n) (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x11d0) (local.get $row) ;; environ_sizes_get
      (call $environ_sizes_get (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x11d0) (local.get $row) ;; environ_sizes_get
      (call $environ_sizes_get (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x11f0) (local.get $row) ;; environ_get
      (call $environ_get (local.get $slot) (i32.const 0x60)))
    (call $must_fail (i32.const 0x11f0) (local.get $row) ;; environ_get
      (call $environ_get (i32.const 0x40) (local.get $slot)))
    (call $must_fail (i32.const 0x1200) (local.get $row) ;; args_sizes_get
      (call $args_sizes_get (local.get $slot) (i32.const 0x14)))
    (call $must_fail (i32.const 0x1200) (local.get $row) ;; args_sizes_get
      (call $args_sizes_get (i32.const 0x10) (local.get $slot)))
    (call $must_fail (i32.const 0x1210) (local.get $row) ;; clock_time_get
      (call $clock_time_get (i32.const 0) (i64.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1210) (local.get $row) ;; clock_time_get
      (call $clock_time_get (i32.const 1) (i64.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1220) (local.get $row) ;; clock_res_get
      (call $clock_res_get (i32.const 0) (local.get $slot)))
    (call $must_fail (i32.const 0x1230) (local.get $row) ;; random_get
      (call $random_get (local.get $p) (local.get $n)))
    (call $must_fail (i32.const 0x1240) (local.get $row) ;; poll_oneoff
      (call $poll_oneoff (local.get $p) (local.get $n) (i32.const 1) (local.get $slot))))

  (func (export "proxy_on_request_headers")
    (param $context i32) (param $count i32) (param $end_of_stream i32) (result i32)
    (local $row i32)
    (loop $next
      (call $try (local.get $row))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $row) (i32.const 9))))
    (call $report (i32.const 0x1250) (i32.const 0))
    (i32.const 0))
)
