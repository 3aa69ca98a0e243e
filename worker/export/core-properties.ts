// The properties of an Office file, in place of those a library writes with its clock: the moment of making is a day that the
// content knows, so the same content is the same file.
import type { Day } from '#core/period.ts';
import { xmlEscaped } from './xml-text.ts';

export const coreProperties = ({ title, creator, made }: { title: string; creator: string; made: Day }) => ({
  path: 'docProps/core.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlEscaped(title)}</dc:title><dc:creator>${xmlEscaped(creator)}</dc:creator>` +
    ['created', 'modified']
      .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made}T00:00:00+08:00</dcterms:${name}>`)
      .join('') +
    '</cp:coreProperties>',
});
