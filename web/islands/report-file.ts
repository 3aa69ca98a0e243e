// The bytes of a file somebody chose, as a report the check can read: by what stands in them, then by the name. DOCX is
// unzipped here; old pages are often GB 18030, so what is not UTF-8 is read as that. Pages and the command share it.
import { strFromU8, unzipSync } from 'fflate';
import type { ReportSource } from '#core/check/check-report.ts';

/** Why a file is not a report that can be read. */
export type FileFault = 'empty' | 'too-large' | 'pdf' | 'old-word' | 'not-docx' | 'not-text';

export type ReadFile = { readonly source: ReportSource } | { readonly fault: FileFault };

/** A report with pictures is a few megabytes. */
export const fileBytesMax = 40_000_000;
const documentCharsMax = 50_000_000;
const documentPath = /^word\/document\d?\.xml$/;

export function readReportFile(name: string, bytes: Uint8Array): ReadFile {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > fileBytesMax) return { fault: 'too-large' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return documentXml(bytes);
  if (strFromU8(bytes.subarray(0, 5), true) === '%PDF-') return { fault: 'pdf' };
  // The container of .doc and .wps, and of a DOCX with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { fault: 'old-word' };
  const text = decodeText(bytes);
  if (text === null) return { fault: 'not-text' };
  if (text.trim() === '') return { fault: 'empty' };
  if (/\.(?:md|markdown)$/i.test(name)) return { source: { text, format: 'markdown' } };
  if (/\.html?$/i.test(name)) return { source: { text, format: 'html' } };
  return { source: { text } };
}

function documentXml(bytes: Uint8Array): ReadFile {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => documentPath.test(name) && originalSize < documentCharsMax,
    });
    const [entry] = Object.values(files);
    if (entry) return { source: { text: strFromU8(entry), format: 'docx' } };
  } catch {
    // Said below in the same words: it is no DOCX, or half of one.
  }
  return { fault: 'not-docx' };
}

/** Null for what is no text in any encoding offices use. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes);
    const unknown = text.length - text.replaceAll('\ufffd', '').length;
    return unknown > text.length / 100 ? null : text;
  }
}
