// The guest's memory as a host sees it. Views are made anew each time: a guest that grows its memory detaches them.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytesOf = value => typeof value === "string" ? encoder.encode(value) : value;
export const textOf = bytes => decoder.decode(bytes);

export class Memory {
  #exports;

  bind(exports) {
    this.#exports = exports;
  }

  read(address, length) {
    return new Uint8Array(this.#exports.memory.buffer).slice(address, address + length);
  }

  text(address, length) {
    return textOf(this.read(address, length));
  }

  number(address, value) {
    new DataView(this.#exports.memory.buffer).setUint32(address, value, true);
  }

  number64(address, value) {
    new DataView(this.#exports.memory.buffer).setBigUint64(address, BigInt(value), true);
  }

  random(address, length) {
    crypto.getRandomValues(new Uint8Array(this.#exports.memory.buffer, address, length));
    return 0;
  }

  // Gives bytes to the guest in memory of its own, and writes down where.
  give(value, addressOut, lengthOut) {
    const bytes = bytesOf(value);
    const allocate = this.#exports.proxy_on_memory_allocate ?? this.#exports.malloc;
    const address = bytes.length === 0 ? 0 : allocate(bytes.length);
    new Uint8Array(this.#exports.memory.buffer).set(bytes, address);
    this.number(addressOut, address);
    this.number(lengthOut, bytes.length);
    return 0;
  }
}

// Header maps on the wire: the count, the lengths of names and values, then the texts with a zero behind each.
export function encodePairs(pairs) {
  const parts = pairs.flatMap(pair => pair.map(bytesOf));
  const head = 4 + 4 * parts.length;
  const bytes = new Uint8Array(head + parts.reduce((sum, part) => sum + part.length + 1, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, pairs.length, true);
  let at = head;
  parts.forEach((part, index) => {
    view.setUint32(4 + 4 * index, part.length, true);
    bytes.set(part, at);
    at += part.length + 1;
  });
  return bytes;
}

export function decodePairs(bytes) {
  if (bytes.length === 0) {
    return [];
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const count = view.getUint32(0, true);
  let at = 4 + 8 * count;
  const next = index => {
    const length = view.getUint32(4 + 4 * index, true);
    const text = textOf(bytes.subarray(at, at + length));
    at += length + 1;
    return text;
  };
  return Array.from({ length: count }, (_, index) => [next(2 * index), next(2 * index + 1)]);
}
