// An invitation (评价码): the right to rate, once, how one information request was handled. The token is 128 random bits
// in an alphabet that survives being typed from paper; only its hash is ever stored.

/** 26 characters of Crockford's base 32, which has no I, L, O or U. */
export const tokenPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The token for 128 bits given as 32 hexadecimal digits. */
export function tokenFrom(hex: string): string {
  let bits = BigInt(`0x${hex}`);
  let token = '';
  for (let i = 0; i < 26; i += 1) {
    token = alphabet[Number(bits & 31n)] + token;
    bits >>= 5n;
  }
  return token;
}
