// SHA-256 (FIPS 180-4) over UTF-8 text. Our own, because the phone needs it where WebCrypto is absent (any page that is
// not https) within a script budget of a few kilobytes, and because core may use no platform. Proved against node:crypto.

const k = new Uint32Array(64);
const initial = new Uint32Array(8);

// The constants are the first 32 bits of the fractional parts of cube and square roots of the first primes.
const fraction = (x: number): number => ((x - Math.floor(x)) * 0x100000000) | 0;
for (let n = 2, i = 0; i < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
  if (!prime) continue;
  if (i < 8) initial[i] = fraction(Math.sqrt(n));
  k[i] = fraction(Math.cbrt(n));
  i += 1;
}

/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD, as TextEncoder does. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    let c = char.codePointAt(0) as number;
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return bytes;
}

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** The hash as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = utf8(text);
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (const word of [Math.floor(bits / 0x100000000), bits >>> 0])
    bytes.push(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);

  const hash = new Uint32Array(initial);
  const w = new Uint32Array(64);
  const at = (list: ArrayLike<number>, i: number): number => list[i] as number;
  for (let start = 0; start < bytes.length; start += 64) {
    for (let i = 0; i < 16; i += 1) {
      const o = start + i * 4;
      w[i] = (at(bytes, o) << 24) | (at(bytes, o + 1) << 16) | (at(bytes, o + 2) << 8) | at(bytes, o + 3);
    }
    for (let i = 16; i < 64; i += 1) {
      const a = at(w, i - 15);
      const b = at(w, i - 2);
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
      w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i += 1) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => {
      hash[i] = at(hash, i) + x;
    });
  }
  return Array.from(hash, (x) => x.toString(16).padStart(8, '0')).join('');
}
