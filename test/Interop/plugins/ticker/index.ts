// Counts ticks in shared data, so that all VMs of the plugin count together. The configuration is the period in
// milliseconds (1000 without one); `x-ticks` on the response tells the count.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterHeadersStatusValues, log, LogLevelValues, registerRootContext, stream_context, WasmResultValues,
} from "@solo-io/proxy-runtime";
import { set_tick_period_milliseconds } from "@solo-io/proxy-runtime/runtime";
import { ConfiguredRoot } from "../../shared/configured-root";
import { getSharedData, setSharedData } from "../../shared/hostcalls";

const KEY = "interop.ticks";

class TickerRoot extends ConfiguredRoot {
  onConfigure(size: u32): bool {
    if (!super.onConfigure(size)) {
      return false;
    }
    const period = this.configuration.length > 0 ? I32.parseInt(this.configuration) : 1000;
    if (period <= 0) {
      log(LogLevelValues.error, "the tick period must be a positive number of milliseconds: " + this.configuration);
      return false;
    }
    set_tick_period_milliseconds(period);
    return true;
  }

  onTick(): void {
    let status = WasmResultValues.CasMismatch;
    let count: u64 = 0;
    while (status == WasmResultValues.CasMismatch) {
      const stored = getSharedData(KEY);
      count = read(stored.data) + 1;
      // 0 would overwrite what another VM has created meanwhile; a version that never occurs creates and does not.
      status = setSharedData(KEY, write(count), stored.cas != 0 ? stored.cas : u32.MAX_VALUE);
    }
    log(LogLevelValues.info, "tick " + count.toString());
  }

  createContext(id: u32): Context {
    return new Ticker(id, this);
  }
}

function read(data: ArrayBuffer): u64 {
  return data.byteLength == 8 ? load<u64>(changetype<usize>(data)) : 0;
}

function write(count: u64): ArrayBuffer {
  const data = new ArrayBuffer(8);
  store<u64>(changetype<usize>(data), count);
  return data;
}

class Ticker extends Context {
  constructor(id: u32, root: TickerRoot) {
    super(id, root);
  }

  onResponseHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    stream_context.headers.response.replace("x-ticks", read(getSharedData(KEY).data).toString());
    return FilterHeadersStatusValues.Continue;
  }
}

registerRootContext((id: u32) => new TickerRoot(id), "ticker");
registerRootContext((id: u32) => new TickerRoot(id), "");
