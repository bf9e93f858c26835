// Host functions the SDK does not wrap, or wraps with the wrong signature, declared as the ABI defines them.
import { free } from "@solo-io/proxy-runtime/malloc";
import { WasmResultValues } from "@solo-io/proxy-runtime";

// @ts-ignore: decorator
@external("env", "proxy_get_buffer_bytes")
declare function proxy_get_buffer_bytes(type: i32, start: u32, size: u32, data: usize, dataSize: usize): u32;
// @ts-ignore: decorator
@external("env", "proxy_set_buffer_bytes")
declare function proxy_set_buffer_bytes(type: i32, start: u32, size: u32, data: usize, dataSize: u32): u32;
// @ts-ignore: decorator
@external("env", "proxy_get_shared_data")
declare function proxy_get_shared_data(key: usize, keySize: u32, data: usize, dataSize: usize, cas: usize): u32;
// @ts-ignore: decorator
@external("env", "proxy_set_shared_data")
declare function proxy_set_shared_data(key: usize, keySize: u32, data: usize, dataSize: u32, cas: u32): u32;
// @ts-ignore: decorator
@external("env", "proxy_register_shared_queue")
declare function proxy_register_shared_queue(name: usize, nameSize: u32, token: usize): u32;
// @ts-ignore: decorator
@external("env", "proxy_dequeue_shared_queue")
declare function proxy_dequeue_shared_queue(token: u32, data: usize, dataSize: usize): u32;
// @ts-ignore: decorator
@external("env", "proxy_get_metric")
declare function proxy_get_metric(id: u32, value: usize): u32;

const EVERYTHING: u32 = 0xffffffff;

// Out slots of the host: a pointer, a size and one more word or double word.
const slots = memory.data(16, 8);

/** A value the host may not have: `data` is meaningful only when `status` is Ok. */
export class Answer {
  status: WasmResultValues = WasmResultValues.Ok;
  data: ArrayBuffer = new ArrayBuffer(0);
  cas: u32 = 0;
}

// The host allocated the block with the SDK's malloc, which hands out retained ArrayBuffers: the new reference is
// taken before the host's one is given back. Empty data has no block.
function take(status: u32): Answer {
  const answer = new Answer();
  answer.status = status as WasmResultValues;
  if (status == WasmResultValues.Ok && load<u32>(slots, 4) != 0) {
    const block = load<usize>(slots);
    answer.data = changetype<ArrayBuffer>(block);
    free(block);
  }
  return answer;
}

function clearSlots(): void {
  store<u64>(slots, 0);
  store<u64>(slots, 0, 8);
}

/** The whole content of a buffer. */
export function readBuffer(type: i32): Answer {
  clearSlots();
  return take(proxy_get_buffer_bytes(type, 0, EVERYTHING, slots, slots + 4));
}

/** Replaces the whole content of a buffer. */
export function replaceBuffer(type: i32, data: ArrayBuffer): WasmResultValues {
  return proxy_set_buffer_bytes(type, 0, EVERYTHING, changetype<usize>(data), data.byteLength) as WasmResultValues;
}

/** A shared value and the ticket (`cas`) to change it with. */
export function getSharedData(key: string): Answer {
  clearSlots();
  const name = String.UTF8.encode(key);
  const status = proxy_get_shared_data(changetype<usize>(name), name.byteLength, slots, slots + 4, slots + 8);
  const answer = take(status);
  answer.cas = load<u32>(slots, 8);
  return answer;
}

/** Sets a shared value; answers CasMismatch when someone else changed it since `cas` was handed out. */
export function setSharedData(key: string, data: ArrayBuffer, cas: u32): WasmResultValues {
  const name = String.UTF8.encode(key);
  const status = proxy_set_shared_data(
    changetype<usize>(name), name.byteLength, changetype<usize>(data), data.byteLength, cas);
  return status as WasmResultValues;
}

/** Creates or reopens a queue; 0 when the host refused. */
export function registerQueue(queue: string): u32 {
  clearSlots();
  const name = String.UTF8.encode(queue);
  const status = proxy_register_shared_queue(changetype<usize>(name), name.byteLength, slots);
  return status == WasmResultValues.Ok ? load<u32>(slots) : 0;
}

/** The next item; Empty when there is none. */
export function dequeue(token: u32): Answer {
  clearSlots();
  return take(proxy_dequeue_shared_queue(token, slots, slots + 4));
}

/** The present value of a counter or gauge, as decimal text; the status in brackets when the host has none. */
export function metricText(id: u32): string {
  clearSlots();
  const status = proxy_get_metric(id, slots);
  return status == WasmResultValues.Ok ? load<u64>(slots).toString() : "[" + status.toString() + "]";
}
