// Sealing (封存): a year's summary with its version, day and reason under one SHA-256, and reading one back from a text
// nobody vouches for. The hash proves that nothing changed since it was sealed, never who sealed it: whoever asks
// compares it with a hash they hold.
import { canonical, type Json } from './canonical.ts';
import type { Localised } from './lang.ts';
import type { Day } from './period.ts';
import { formatVersion, type SealedSummary, type Summary, sealedSummarySchema } from './report.ts';
import { sha256 } from './sha256.ts';

export type { SealedSummary } from './report.ts';

/** The hash a sealed summary must carry; a `sha` that is already there does not count. */
const shaOf = ({ seal, ...summary }: { readonly seal: object }): string =>
  sha256(canonical({ ...summary, seal: { ...seal, sha: undefined } } as unknown as Json));

export function sealSummary(
  summary: Summary,
  { version, sealed, reason }: { readonly version: number; readonly sealed: Day; readonly reason: Localised | null },
): SealedSummary {
  const open = { ...summary, seal: { version, sealed, reason } };
  return sealedSummarySchema.parse({ ...open, seal: { ...open.seal, sha: shaOf(open) } });
}

/** The bytes that are kept, sent and imported: canonical JSON and one line end. */
export const sealedText = (sealed: SealedSummary): string => `${canonical(sealed as unknown as Json)}\n`;

/**
 * What a draft's figures are known by: whoever checks one checks these. The day it was made and the program that made it
 * are not in it, because neither changes a figure.
 */
export const draftSha = ({ made: _, generator: __, ...figures }: Summary): string =>
  sha256(canonical(figures as unknown as Json));

export type SealFault =
  /** No JSON at all. */
  | 'not-json'
  /** JSON of ours or not, but it ends too early. */
  | 'truncated'
  /** JSON of something else. */
  | 'foreign'
  /** Made by a newer program than this one. */
  | 'newer-format'
  /** A summary that was never sealed: a draft. */
  | 'unsealed'
  /** Its own hash contradicts it. */
  | 'altered'
  /** The hash is right, but no program of ours writes what it seals: sums that do not add up, a member too many. */
  | 'malformed';

/** Deeper than any summary; recursion on hostile nesting would end the request. */
const depthMax = 32;

/** A sealed summary, however its JSON is spaced, or why it is none. The first fault that applies is named. */
export function readSealed(text: string): { readonly sealed: SealedSummary } | { readonly fault: SealFault } {
  const json = text.replace(/^\ufeff/, '');
  const { depth, open } = nesting(json);
  if (depth > depthMax) return { fault: 'foreign' };
  const value = parse(json);
  if (value === undefined) return { fault: open ? 'truncated' : 'not-json' };
  if (!isRecord(value) || value.format !== 'pingyi-summary') return { fault: 'foreign' };
  const { formatVersion: written, seal: claimed } = value;
  if (!Number.isInteger(written)) return { fault: 'foreign' };
  if ((written as number) > formatVersion) return { fault: 'newer-format' };
  if (!isRecord(claimed)) return { fault: 'unsealed' };
  if (shaOf({ ...value, seal: claimed }) !== claimed.sha) return { fault: 'altered' };
  const read = sealedSummarySchema.safeParse(value);
  return read.success ? { sealed: read.data } : { fault: 'malformed' };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** How deep a JSON text nests, and whether it begins an object that it does not end. */
function nesting(json: string): { depth: number; open: boolean } {
  let depth = 0;
  let level = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i += 1) {
    const mark = json[i];
    if (quoted) {
      if (mark === '\\') i += 1;
      else if (mark === '"') quoted = false;
    } else if (mark === '"') quoted = true;
    else if (mark === '{' || mark === '[') {
      level += 1;
      if (level > depth) depth = level;
    } else if (mark === '}' || mark === ']') level -= 1;
  }
  return { depth, open: /^\s*\{/.test(json) && (quoted || level > 0) };
}
