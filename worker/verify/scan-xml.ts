// One pass over an XML text that nobody vouches for: tags and texts as they come, no tree, no recursion, no entity but the
// five and numbers. Linear in the length of the text, whatever is in it.

export interface XmlEvents {
  /** `attribute` finds the value of an attribute of the tag, '' when it has none. */
  readonly open: (name: string, attribute: (name: string) => string) => void;
  /** Also called for a tag that closes itself. */
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

export function scanXml(xml: string, { open, close, text }: XmlEvents): void {
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<', at);
    if (start !== at) text(unescaped(xml.slice(at, start === -1 ? xml.length : start)));
    if (start === -1) return;
    const end = xml.indexOf('>', start);
    if (end === -1) return;
    const tag = xml.slice(start + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) close(tag.slice(1).trim());
    else if (!tag.startsWith('?') && !tag.startsWith('!')) {
      const name = /^[^\s/]*/.exec(tag)?.[0] ?? '';
      open(name, (wanted) => attributeIn(tag, wanted));
      if (tag.endsWith('/')) close(name);
    }
  }
}

function attributeIn(tag: string, name: string): string {
  for (const quote of ['"', "'"]) {
    const mark = ` ${name}=${quote}`;
    const at = tag.indexOf(mark);
    if (at === -1) continue;
    const from = at + mark.length;
    const to = tag.indexOf(quote, from);
    return unescaped(tag.slice(from, to === -1 ? tag.length : to));
  }
  return '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (_, decimal, hex, name) => {
    if (name) return entities[name] ?? '';
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
