// The same work as Kernels.cs and Sha256.cs, as one writes it in Rust.
use std::collections::HashMap;
use std::fmt::Write;

const fn letters() -> [u8; 4096] {
    let mut text = [0u8; 4096];
    let mut i = 0;
    while i < text.len() {
        text[i] = b'a' + (i * 7 % 26) as u8;
        i += 1;
    }
    text
}

static LETTERS: [u8; 4096] = letters();

#[no_mangle]
pub extern "C" fn fib(seed: i32) -> i32 {
    if seed < 2 { seed } else { fib(seed - 1) + fib(seed - 2) }
}

#[no_mangle]
pub extern "C" fn sieve(seed: i32) -> i32 {
    let mut composite = vec![false; 8192];
    let mut count = seed;
    for i in 2..composite.len() {
        if !composite[i] {
            count += 1;
            let mut k = i + i;
            while k < composite.len() {
                composite[k] = true;
                k += i;
            }
        }
    }
    count
}

#[no_mangle]
pub extern "C" fn hash_string(seed: i32) -> i32 {
    let mut hash = seed as u32;
    for &letter in LETTERS.iter() {
        hash = (hash ^ letter as u32).wrapping_mul(16777619);
    }
    hash as i32
}

#[no_mangle]
pub extern "C" fn build_text(seed: i32) -> i32 {
    let mut text = String::new();
    for i in 0..200 {
        write!(text, "{}", i + seed).unwrap();
        text.push(',');
        text.push_str("item");
    }
    text.bytes().fold(0i32, |hash, letter| hash.wrapping_mul(31).wrapping_add(letter as i32))
}

#[no_mangle]
pub extern "C" fn lookup(seed: i32) -> i32 {
    let mut map = HashMap::new();
    for i in 0..500 {
        map.insert(i * 7919 + seed, i);
    }
    (0..1000).filter_map(|i| map.get(&(i * 7919 + seed))).sum()
}

#[no_mangle]
pub extern "C" fn parse(seed: i32) -> i32 {
    let parts = "12, 345 ,x, -6789,42 , 100000,seven,8".split(',');
    parts.filter_map(|part| part.trim().parse::<i32>().ok()).fold(seed, |sum, number| sum + number)
}

trait Shape {
    fn area(&self, scale: i32) -> i32;
}

struct Square(i32);
struct Rectangle(i32, i32);
struct Dot;

impl Shape for Square {
    fn area(&self, scale: i32) -> i32 { self.0.wrapping_mul(self.0).wrapping_mul(scale) }
}

impl Shape for Rectangle {
    fn area(&self, scale: i32) -> i32 { self.0.wrapping_mul(self.1).wrapping_mul(scale) }
}

impl Shape for Dot {
    fn area(&self, scale: i32) -> i32 { scale }
}

thread_local! {
    static SHAPES: Vec<Box<dyn Shape>> = (0..3000).map(|i| -> Box<dyn Shape> {
        match i * 31 % 7 % 3 {
            0 => Box::new(Square(i)),
            1 => Box::new(Rectangle(i, 3)),
            _ => Box::new(Dot),
        }
    }).collect();
}

#[no_mangle]
pub extern "C" fn call_interfaces(seed: i32) -> i32 {
    SHAPES.with(|shapes| shapes.iter().fold(0i32, |sum, shape| sum.wrapping_add(shape.area(seed))))
}

#[no_mangle]
pub extern "C" fn multiply(seed: i32) -> i32 {
    const SIZE: usize = 32;
    let left: Vec<f64> = (0..SIZE * SIZE).map(|i| ((i as i32 + seed) % 10) as f64).collect();
    let right: Vec<f64> = (0..SIZE * SIZE).map(|i| (i % 7) as f64).collect();
    let mut trace = 0.0;
    for row in 0..SIZE {
        for column in 0..SIZE {
            let mut cell = 0.0;
            for k in 0..SIZE {
                cell += left[row * SIZE + k] * right[k * SIZE + column];
            }
            trace += cell * (row + 1) as f64;
        }
    }
    trace as i32
}

#[no_mangle]
pub extern "C" fn sort(seed: i32) -> i32 {
    let mut state = seed as u32;
    let mut numbers: Vec<i32> = (0..1000).map(|_| {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        (state >> 8) as i32
    }).collect();
    numbers.sort_unstable();
    numbers.iter().fold(0i32, |hash, &number| hash.wrapping_mul(31).wrapping_add(number))
}

const fn is_prime(candidate: u32) -> bool {
    let mut divisor = 2;
    while divisor * divisor <= candidate {
        if candidate % divisor == 0 {
            return false;
        }
        divisor += 1;
    }
    true
}

// The first 32 bits of the fraction of a cube root: bit by bit, on whole numbers.
const fn cube_root_fraction(value: u32) -> u32 {
    let target = (value as u128) << 96;
    let mut root: u128 = 0;
    let mut bit = 37;
    while bit > 0 {
        bit -= 1;
        let next = root | (1 << bit);
        if next * next * next <= target {
            root = next;
        }
    }
    root as u32
}

const fn constants() -> [u32; 64] {
    let mut result = [0; 64];
    let mut count = 0;
    let mut candidate = 2;
    while count < 64 {
        if is_prime(candidate) {
            result[count] = cube_root_fraction(candidate);
            count += 1;
        }
        candidate += 1;
    }
    result
}

static CONSTANTS: [u32; 64] = constants();

fn compress(state: &mut [u32; 8], block: &[u8]) {
    let mut w = [0u32; 64];
    for i in 0..16 {
        w[i] = u32::from_be_bytes([block[i * 4], block[i * 4 + 1], block[i * 4 + 2], block[i * 4 + 3]]);
    }
    for i in 16..64 {
        let (x, y) = (w[i - 15], w[i - 2]);
        w[i] = w[i - 16]
            .wrapping_add(w[i - 7])
            .wrapping_add(x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3))
            .wrapping_add(y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10));
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for i in 0..64 {
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let t1 = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(CONSTANTS[i]).wrapping_add(w[i]);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let t2 = s0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d.wrapping_add(t1);
        d = c;
        c = b;
        b = a;
        a = t1.wrapping_add(t2);
    }
    for (sum, value) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *sum = sum.wrapping_add(value);
    }
}

#[no_mangle]
pub extern "C" fn digest(seed: i32) -> i32 {
    let mut message = [0u8; 1024 + 64];
    for i in 0..1024 {
        message[i] = (i as i32 + seed) as u8;
    }
    message[1024] = 0x80;
    message[1080..].copy_from_slice(&(1024u64 * 8).to_be_bytes());
    let mut state = [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];
    for block in message.chunks(64) {
        compress(&mut state, block);
    }
    state[0] as i32
}
