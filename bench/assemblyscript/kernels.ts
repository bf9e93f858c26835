// The same work as Kernels.cs and Sha256.cs, as one writes it in AssemblyScript.

const letters = createLetters();

function createLetters(): string {
  const codes = new Array<i32>(4096);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = 97 + i * 7 % 26;
  }
  return String.fromCharCodes(codes);
}

export function fib(seed: i32): i32 {
  return seed < 2 ? seed : fib(seed - 1) + fib(seed - 2);
}

export function sieve(seed: i32): i32 {
  const composite = new StaticArray<bool>(8192);
  let count = seed;
  for (let i = 2; i < composite.length; i++) {
    if (!composite[i]) {
      count++;
      for (let k = i + i; k < composite.length; k += i) {
        composite[k] = true;
      }
    }
  }
  return count;
}

export function hash_string(seed: i32): i32 {
  let hash = <u32>seed;
  for (let i = 0; i < letters.length; i++) {
    hash = (hash ^ <u32>letters.charCodeAt(i)) * 16777619;
  }
  return <i32>hash;
}

export function build_text(seed: i32): i32 {
  const parts = new Array<string>();
  for (let i = 0; i < 200; i++) {
    parts.push((i + seed).toString());
    parts.push(",");
    parts.push("item");
  }
  const text = parts.join("");
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = hash * 31 + text.charCodeAt(i);
  }
  return hash;
}

export function lookup(seed: i32): i32 {
  const map = new Map<i32, i32>();
  for (let i = 0; i < 500; i++) {
    map.set(i * 7919 + seed, i);
  }
  let sum = 0;
  for (let i = 0; i < 1000; i++) {
    const key = i * 7919 + seed;
    if (map.has(key)) {
      sum += map.get(key);
    }
  }
  return sum;
}

export function parse(seed: i32): i32 {
  const parts = "12, 345 ,x, -6789,42 , 100000,seven,8".split(",");
  let sum = seed;
  for (let i = 0; i < parts.length; i++) {
    const number = parseInt(parts[i].trim());
    if (!isNaN(number)) {
      sum += <i32>number;
    }
  }
  return sum;
}

interface Shape {
  area(scale: i32): i32;
}

class Square implements Shape {
  constructor(private side: i32) {}

  area(scale: i32): i32 {
    return this.side * this.side * scale;
  }
}

class Rectangle implements Shape {
  constructor(private width: i32, private height: i32) {}

  area(scale: i32): i32 {
    return this.width * this.height * scale;
  }
}

class Dot implements Shape {
  area(scale: i32): i32 {
    return scale;
  }
}

const shapes = createShapes();

function createShapes(): StaticArray<Shape> {
  const result = new StaticArray<Shape>(3000);
  for (let i = 0; i < result.length; i++) {
    switch (i * 31 % 7 % 3) {
      case 0:
        result[i] = new Square(i);
        break;
      case 1:
        result[i] = new Rectangle(i, 3);
        break;
      default:
        result[i] = new Dot();
        break;
    }
  }
  return result;
}

export function call_interfaces(seed: i32): i32 {
  let sum = 0;
  for (let i = 0; i < shapes.length; i++) {
    sum += shapes[i].area(seed);
  }
  return sum;
}

export function multiply(seed: i32): i32 {
  const size = 32;
  const left = new StaticArray<f64>(size * size);
  const right = new StaticArray<f64>(size * size);
  for (let i = 0; i < left.length; i++) {
    left[i] = <f64>((i + seed) % 10);
    right[i] = <f64>(i % 7);
  }
  let trace: f64 = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let cell: f64 = 0;
      for (let k = 0; k < size; k++) {
        cell += left[row * size + k] * right[k * size + column];
      }
      trace += cell * <f64>(row + 1);
    }
  }
  return <i32>trace;
}

export function sort(seed: i32): i32 {
  const numbers = new Int32Array(1000);
  let state = <u32>seed;
  for (let i = 0; i < numbers.length; i++) {
    state = state * 1664525 + 1013904223;
    numbers[i] = <i32>(state >> 8);
  }
  numbers.sort();
  let hash = 0;
  for (let i = 0; i < numbers.length; i++) {
    hash = hash * 31 + numbers[i];
  }
  return hash;
}

// FIPS 180-4 lists them.
const constants: StaticArray<u32> = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

function compress(state: StaticArray<u32>, message: StaticArray<u8>, start: i32): void {
  const w = new StaticArray<u32>(64);
  for (let i = 0; i < 16; i++) {
    const at = start + i * 4;
    w[i] = <u32>message[at] << 24 | <u32>message[at + 1] << 16 | <u32>message[at + 2] << 8 | <u32>message[at + 3];
  }
  for (let i = 16; i < w.length; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    w[i] = w[i - 16] + w[i - 7] + (rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ x >> 3)
      + (rotr<u32>(y, 17) ^ rotr<u32>(y, 19) ^ y >> 10);
  }
  let a = state[0], b = state[1], c = state[2], d = state[3];
  let e = state[4], f = state[5], g = state[6], h = state[7];
  for (let i = 0; i < w.length; i++) {
    const s1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const t1 = h + s1 + (e & f ^ ~e & g) + constants[i] + w[i];
    const s0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
    const t2 = s0 + (a & b ^ a & c ^ b & c);
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

export function digest(seed: i32): i32 {
  const message = new StaticArray<u8>(1024 + 64);
  for (let i = 0; i < 1024; i++) {
    message[i] = <u8>(i + seed);
  }
  message[1024] = 0x80;
  message[1086] = 0x20; // 8192 bits
  const state: StaticArray<u32> = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ];
  for (let start = 0; start < message.length; start += 64) {
    compress(state, message, start);
  }
  return <i32>state[0];
}
