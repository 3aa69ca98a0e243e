// Passwords as scrypt hashes, encoded with their costs: `scrypt$N$r$p$salt$hash`. 2^15·8·3 takes about 200 ms and 32 MiB,
// which is what OWASP asks for; workerd computes them one after the other, so tries sent at once do not add up memory.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { tidyPassword } from '#core/staff.ts';

const costs = { N: 2 ** 15, r: 8, p: 3 };
const bytesMax = 64 * 1024 * 1024;
const hashBytes = 32;

const derive = (password: string, salt: Buffer, { N, r, p }: typeof costs): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(tidyPassword(password), salt, hashBytes, { N, r, p, maxmem: bytesMax }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    ),
  );

const encode = (salt: Buffer, hash: Buffer): string =>
  ['scrypt', costs.N, costs.r, costs.p, salt.toString('base64url'), hash.toString('base64url')].join('$');

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return encode(salt, await derive(password, salt, costs));
}

/** Compared with when there is no such account, so that the answer takes as long; nothing hashes to zeros. */
const nobody = encode(Buffer.alloc(16), Buffer.alloc(hashBytes));

/** `encoded` is null for an unknown or disabled account: false, at the same price. */
export async function isPassword(password: string, encoded: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (encoded ?? nobody).split('$');
  const stored = Buffer.from(hash, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return stored.length === derived.length && timingSafeEqual(stored, derived);
}
