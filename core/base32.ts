// Crockford's base 32 for what is typed from paper: no I, L, O or U, and whoever types one of them is understood.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As many characters as asked for, from the low end of the number that the hexadecimal digits write. */
export function toBase32(hex: string, length: number): string {
  let bits = BigInt(`0x${hex}`);
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

/** What somebody meant: case, gaps, full-width letters and look-alikes do not matter. It may still be no base 32 at all. */
export const meantAsBase32 = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
