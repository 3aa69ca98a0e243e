// An invitation (评价码): the right to rate, once, how one information request was handled. The token is 128 random bits
// in an alphabet that survives being typed from paper; only its hash is ever stored.
import { toBase32 } from './base32.ts';

/** 26 characters of Crockford's base 32, which has no I, L, O or U. */
export const tokenPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The token for 128 bits given as 32 hexadecimal digits. */
export const tokenFrom = (hex: string): string => toBase32(hex, 26);
