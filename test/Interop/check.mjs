// What a module must export and may import to be loadable by any Proxy-Wasm host.

const proxyFunctions = `
  log get_log_level get_current_time_nanoseconds set_tick_period_milliseconds set_effective_context done get_status
  get_header_map_size get_header_map_pairs set_header_map_pairs get_header_map_value add_header_map_value
  replace_header_map_value remove_header_map_value get_buffer_bytes get_buffer_status set_buffer_bytes
  continue_stream close_stream send_local_response http_call grpc_call grpc_stream grpc_send grpc_close grpc_cancel
  get_shared_data set_shared_data register_shared_queue resolve_shared_queue enqueue_shared_queue
  dequeue_shared_queue define_metric increment_metric record_metric get_metric get_property set_property
  call_foreign_function`;

const wasiFunctions = `
  fd_write fd_pwrite fd_read fd_pread fd_seek fd_tell fd_close fd_fdstat_get fd_fdstat_set_flags
  fd_fdstat_set_rights fd_advise fd_allocate fd_datasync fd_sync fd_filestat_get fd_filestat_set_size
  fd_filestat_set_times fd_prestat_get fd_prestat_dir_name fd_readdir fd_renumber path_open path_filestat_get
  path_create_directory path_remove_directory path_unlink_file path_filestat_set_times path_readlink path_rename
  path_link path_symlink sock_accept sock_recv sock_send sock_shutdown environ_sizes_get environ_get args_sizes_get
  args_get clock_time_get clock_res_get random_get sched_yield poll_oneoff proc_exit`;

const words = text => text.trim().split(/\s+/);
const imports = new Map([
  ["env", new Set(words(proxyFunctions).map(name => `proxy_${name}`))],
  ["wasi_snapshot_preview1", new Set(words(wasiFunctions))],
  ["wasi_unstable", new Set(words(wasiFunctions))],
]);
const allocators = ["malloc", "proxy_on_memory_allocate"];

/** Everything that keeps a module from being a Proxy-Wasm 0.2 plugin, one sentence each. */
export function problemsOf(bytes) {
  const module = new WebAssembly.Module(bytes);
  const functions = exportsOf(module, "function");
  const problems = [];
  if (!functions.some(name => /^proxy_abi_version_0_2_[01]$/.test(name))) {
    problems.push("it exports no function proxy_abi_version_0_2_0 or proxy_abi_version_0_2_1");
  }
  if (!functions.some(name => allocators.includes(name))) {
    problems.push(`it exports none of the allocators ${allocators.join(", ")}`);
  }
  if (!exportsOf(module, "memory").includes("memory")) {
    problems.push("it does not export its memory under the name memory");
  }
  for (const wanted of WebAssembly.Module.imports(module)) {
    if (wanted.kind !== "function" || !imports.get(wanted.module)?.has(wanted.name)) {
      problems.push(`it imports the ${wanted.kind} ${wanted.module}.${wanted.name}, which hosts do not provide`);
    }
  }
  return problems;
}

function exportsOf(module, kind) {
  return WebAssembly.Module.exports(module).filter(entry => entry.kind === kind).map(entry => entry.name);
}
