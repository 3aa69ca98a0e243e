// A withdrawal code (撤回码): 80 bits as 16 characters in groups of four. Whoever sent an answer is handed it with the
// receipt and nobody else can make it, so it proves who may take the answer back. The receipt alone does not: people
// show it around (decision 015).
import { meantAsBase32, toBase32 } from './base32.ts';
import { type Day, yearOf } from './period.ts';
import type { Window } from './window.ts';

const length = 16;
const form = new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`);

/** The code for 80 bits given as 20 hexadecimal digits. */
export const withdrawalCodeFrom = (hex: string): string => toBase32(hex, length);

/** The code in what somebody typed; null when it cannot be one. */
export function readWithdrawalCode(typed: string): string | null {
  const code = meantAsBase32(typed);
  return form.test(code) ? code : null;
}

export const showWithdrawalCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');

/** An answer can be taken back while its survey is open and its year runs: the figures of a year that is over are final. */
export const lastDayToWithdraw = ({ closes }: Pick<Window, 'closes'>, answered: Day): Day => {
  const yearsEnd = `${yearOf(answered)}-12-31`;
  return closes < yearsEnd ? closes : yearsEnd;
};
