// Text that XML can hold: most control characters, lone surrogates and two noncharacters have no spelling in it, and one
// of them in a title would make Word refuse the whole document. Line ends become LF, as an XML reader would make them.
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same with its marks escaped, for whoever writes XML by hand. */
export const xmlEscaped = (text: string): string => xmlText(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
