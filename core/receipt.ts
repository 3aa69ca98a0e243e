// A receipt (回执号): 8 characters without look-alikes, shown in two groups of four. Typed back by hand, so case and the
// gap do not matter.

export type ReceiptCode = string;
export const receiptAlphabet = 'ABCDEFGHJKLMNPRSTUVWXY23456789';
export const receiptLength = 8;

const form = new RegExp(`^[${receiptAlphabet}]{${receiptLength}}$`);

/** The receipt in what somebody typed; null when it cannot be one. */
export function readReceipt(typed: string): ReceiptCode | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return form.test(code) ? code : null;
}

export const showReceipt = (code: ReceiptCode): string => `${code.slice(0, 4)}-${code.slice(4)}`;
