// One spelling for one value: JSON with sorted keys and no spaces. Phone, server and files hash this spelling, so the
// same answers give the same SHA-256 wherever they are written down.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Canonical JSON. `undefined` members are left out; numbers must be finite. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Text as it is kept: CRLF and CR become LF (a script-less form posts CRLF), composed form, no blank ends. */
export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;

/** False for a string that has no UTF-8 spelling, or control characters other than newline and tab. */
export const isCleanText = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
  !loneSurrogate.test(text) && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
