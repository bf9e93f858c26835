// A minimal Proxy-Wasm host (ABI 0.2.1) for one plugin and one HTTP request at a time: headers in, headers out.
import { Memory, bytesOf, decodePairs, encodePairs } from "./memory.mjs";

const [Ok, NotFound, BadArgument, CasMismatch] = [0, 1, 2, 8];
const RootContext = 1;

export class Host {
  logs = [];
  metrics = new Map();
  properties = new Map();
  calls = [];
  now = 0;
  #memory = new Memory();
  #metricNames = [];
  #shared = new Map();
  #maps = [];
  #buffers = [];
  #local = null;
  #resumed = false;
  #nextContext = RootContext + 1;
  #lastCall = 0;

  static async start(module, { configuration = "", vmConfiguration = "", now = 0 }) {
    const host = new Host();
    host.now = now;
    const instance = await WebAssembly.instantiate(module, host.#imports(module));
    host.exports = instance.exports;
    host.#memory.bind(instance.exports);
    host.exports._initialize?.();
    host.exports.proxy_on_context_create(RootContext, 0);
    host.#buffers[6] = bytesOf(vmConfiguration);
    host.#buffers[7] = bytesOf(configuration);
    if (!host.exports.proxy_on_vm_start(RootContext, host.#buffers[6].length)) {
      throw new Error(`proxy_on_vm_start answered false: ${JSON.stringify(host.logs)}`);
    }
    if (!host.exports.proxy_on_configure(RootContext, host.#buffers[7].length)) {
      throw new Error(`proxy_on_configure answered false: ${JSON.stringify(host.logs)}`);
    }
    return host;
  }

  tick() {
    this.exports.proxy_on_tick?.(RootContext);
  }

  // Answers the oldest call of the plugin.
  answer(headers, body = "") {
    const { id } = this.calls.shift();
    this.#maps[6] = headers;
    this.#maps[7] = [];
    this.#buffers[4] = bytesOf(body);
    this.exports.proxy_on_http_call_response(RootContext, id, headers.length, this.#buffers[4].length, 0);
  }

  // A request without a body; what arrives at the upstream, or the plugin's own response, or that it waits.
  request(headers) {
    this.context = this.#nextContext++;
    this.#maps[0] = headers;
    this.#local = null;
    this.#resumed = false;
    this.exports.proxy_on_context_create(this.context, RootContext);
    const action = this.exports.proxy_on_request_headers?.(this.context, headers.length, 1) ?? 0;
    return this.outcome(action);
  }

  // What became of the request since.
  outcome(action = 1) {
    if (this.#local !== null) {
      return { response: this.#local };
    }
    return action === 0 || this.#resumed ? { headers: this.#maps[0] } : { waits: true };
  }

  // The upstream's response to the last request, as the client sees it.
  response(headers) {
    this.#maps[2] = headers;
    this.exports.proxy_on_response_headers?.(this.context, headers.length, 1);
    return this.#maps[2];
  }

  end() {
    for (const callback of ["proxy_on_done", "proxy_on_log", "proxy_on_delete"]) {
      this.exports[callback]?.(this.context);
    }
  }

  // Only what the plugin imports; a function that this host does not have is an error when it is called.
  #imports(module) {
    const functions = { ...this.#streams(), ...this.#headers(), ...this.#state(), ...this.#wasi() };
    const imports = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      imports[from] ??= {};
      imports[from][name] = functions[name] ?? (() => {
        throw new Error(`${from}.${name} is not part of this host`);
      });
    }
    return imports;
  }

  #streams() {
    const memory = this.#memory;
    return {
      proxy_log: (level, address, length) => {
        this.logs.push({ level, text: memory.text(address, length) });
        return Ok;
      },
      proxy_get_log_level: out => {
        memory.number(out, 0);
        return Ok;
      },
      proxy_get_buffer_bytes: (type, start, length, address, size) => {
        const buffer = this.#buffers[type];
        return buffer === undefined ? NotFound : memory.give(buffer.subarray(start, start + length), address, size);
      },
      proxy_get_buffer_status: (type, length, flags) => {
        memory.number(length, this.#buffers[type]?.length ?? 0);
        memory.number(flags, 0);
        return this.#buffers[type] === undefined ? NotFound : Ok;
      },
      proxy_send_local_response: (status, details, detailsLength, body, bodyLength, headers, headersLength) => {
        this.#local = {
          status, body: memory.text(body, bodyLength), headers: decodePairs(memory.read(headers, headersLength)),
        };
        return Ok;
      },
      proxy_continue_stream: () => {
        this.#resumed = true;
        return Ok;
      },
      proxy_continue_request: () => {
        this.#resumed = true;
        return Ok;
      },
      proxy_http_call: (name, nameLength, headers, headersLength, body, bodyLength, trailers, trailersLength, timeout, out) => {
        const id = ++this.#lastCall;
        this.calls.push({
          id, cluster: memory.text(name, nameLength), headers: decodePairs(memory.read(headers, headersLength)), timeout,
        });
        memory.number(out, id);
        return Ok;
      },
      proxy_set_effective_context: () => Ok,
      proxy_done: () => Ok,
      proxy_call_foreign_function: () => NotFound,
    };
  }

  #headers() {
    const memory = this.#memory;
    const find = (type, name) => (this.#maps[type] ?? []).filter(([known]) => known === name);
    return {
      proxy_get_header_map_pairs: (type, address, length) => memory.give(encodePairs(this.#maps[type] ?? []), address, length),
      proxy_get_header_map_size: (type, out) => {
        memory.number(out, encodePairs(this.#maps[type] ?? []).length);
        return Ok;
      },
      proxy_set_header_map_pairs: (type, address, length) => {
        this.#maps[type] = decodePairs(memory.read(address, length));
        return Ok;
      },
      proxy_get_header_map_value: (type, name, nameLength, address, length) => {
        const found = find(type, memory.text(name, nameLength));
        return found.length === 0 ? NotFound : memory.give(found.map(pair => pair[1]).join(","), address, length);
      },
      proxy_add_header_map_value: (type, name, nameLength, value, valueLength) => {
        this.#maps[type].push([memory.text(name, nameLength), memory.text(value, valueLength)]);
        return Ok;
      },
      proxy_replace_header_map_value: (type, name, nameLength, value, valueLength) => {
        const text = memory.text(name, nameLength);
        this.#maps[type] = this.#maps[type].filter(([known]) => known !== text);
        this.#maps[type].push([text, memory.text(value, valueLength)]);
        return Ok;
      },
      proxy_remove_header_map_value: (type, name, nameLength) => {
        const text = memory.text(name, nameLength);
        this.#maps[type] = this.#maps[type].filter(([known]) => known !== text);
        return Ok;
      },
    };
  }

  #state() {
    const memory = this.#memory;
    return {
      proxy_get_property: (path, pathLength, address, length) => {
        const value = this.properties.get(memory.text(path, pathLength).replaceAll("\0", "."));
        return value === undefined ? NotFound : memory.give(value, address, length);
      },
      proxy_define_metric: (type, name, nameLength, out) => {
        const text = memory.text(name, nameLength);
        if (!this.#metricNames.includes(text)) {
          this.#metricNames.push(text);
          this.metrics.set(text, 0);
        }
        memory.number(out, this.#metricNames.indexOf(text) + 1);
        return Ok;
      },
      proxy_increment_metric: (id, by) => this.#change(id, value => value + Number(by)),
      proxy_record_metric: (id, value) => this.#change(id, () => Number(value)),
      proxy_get_metric: (id, out) => {
        memory.number64(out, this.metrics.get(this.#metricNames[id - 1]));
        return Ok;
      },
      proxy_get_shared_data: (key, keyLength, address, length, cas) => {
        const entry = this.#shared.get(memory.text(key, keyLength));
        if (entry === undefined) {
          return NotFound;
        }
        memory.number(cas, entry.cas);
        return memory.give(entry.value, address, length);
      },
      proxy_set_shared_data: (key, keyLength, value, valueLength, cas) => {
        const name = memory.text(key, keyLength);
        const known = this.#shared.get(name)?.cas ?? 0;
        if (cas !== 0 && cas !== known) {
          return CasMismatch;
        }
        this.#shared.set(name, { value: memory.read(value, valueLength), cas: known + 1 });
        return Ok;
      },
      proxy_set_tick_period_milliseconds: () => Ok,
      proxy_get_current_time_nanoseconds: out => {
        memory.number64(out, BigInt(this.now) * 1_000_000_000n);
        return Ok;
      },
    };
  }

  #wasi() {
    const memory = this.#memory;
    return {
      clock_time_get: (clock, precision, out) => {
        memory.number64(out, BigInt(this.now) * 1_000_000_000n);
        return Ok;
      },
      random_get: (address, length) => memory.random(address, length),
      proc_exit: code => {
        throw new Error(`the plugin ended with ${code}`);
      },
    };
  }

  #change(id, change) {
    const name = this.#metricNames[id - 1];
    if (name === undefined) {
      return BadArgument;
    }
    this.metrics.set(name, change(this.metrics.get(name)));
    return Ok;
  }
}
