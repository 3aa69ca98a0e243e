// The header that offers a file under its own name: plain ASCII for old browsers, the real one after RFC 8187.

/** RFC 8187: what encodeURIComponent leaves alone but a header parameter may not hold is encoded too. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

export const attachment = (ascii: string, name: string): string =>
  `attachment; filename="${ascii}"; filename*=UTF-8''${encodeName(name)}`;
