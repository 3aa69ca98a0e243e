// A receipt (回执号): 8 characters without look-alikes, shown in two groups of four. Typed back by hand, so case, gaps and
// full-width letters do not matter, and what is no letter of it is taken for the one it is mistaken for.

export type ReceiptCode = string;
export const receiptAlphabet = 'ABCDEFGHJKLMNPRSTUVWXY23456789';
export const receiptLength = 8;

const form = new RegExp(`^[${receiptAlphabet}]{${receiptLength}}$`);
const inAddress = /\/receipts\/([^/?#\s]+)/i;
const mistaken: Readonly<Record<string, string>> = { O: 'D', 0: 'D', Q: 'D', I: 'L', 1: 'L', Z: '2' };

/** The receipt in what somebody typed or pasted, its page's whole address included; null when it cannot be one. */
export function readReceipt(typed: string): ReceiptCode | null {
  const [, code = typed] = inAddress.exec(typed) ?? [];
  const meant = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}\u2212]/gu, '')
    .replace(/[OQIZ01]/g, (letter) => mistaken[letter] as string);
  return form.test(meant) ? meant : null;
}

export const showReceipt = (code: ReceiptCode): string => `${code.slice(0, 4)}-${code.slice(4)}`;
