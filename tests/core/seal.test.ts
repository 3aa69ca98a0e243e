// A seal: the same summary is the same hash, nothing under it can move unseen, and every kind of wrong file has its name.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '#core/canonical.ts';
import { inEveryLang } from '#core/lang.ts';
import { readSealed, type SealedSummary, sealedText, sealSummary } from '#core/seal.ts';
import { sampleSummary } from '#tests/world/summary.ts';

const first = sealSummary(sampleSummary(), { version: 1, sealed: '2027-01-08', reason: null });
const text = sealedText(first);
const parsed = () => JSON.parse(text);
const fault = (of: string) => {
  const read = readSealed(of);
  return 'fault' in read ? read.fault : 'none';
};

/** The same document with a hash that fits it again, as a forger would write it. */
const resealed = (change: (document: ReturnType<typeof parsed>) => void): string => {
  const document = parsed();
  change(document);
  document.seal.sha = undefined;
  document.seal.sha = createHash('sha256').update(canonical(document)).digest('hex');
  return canonical(document);
};

describe('a sealed summary', () => {
  test('carries the SHA-256 of its canonical JSON without the hash', () => {
    const { sha, ...seal } = first.seal;
    const bytes = canonical({ ...parsed(), seal });
    expect(sha).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('comes back whole, also when another program spaced and ordered it anew', () => {
    const read = readSealed(`\ufeff${JSON.stringify(Object.fromEntries(Object.entries(parsed()).reverse()), null, 2)}`);
    expect('sealed' in read && sealedText(read.sealed)).toBe(text);
  });

  test('a correction has a reason, and the first version has none', () => {
    const reason = inEveryLang({ 'zh-CN': '补录纸质问卷' });
    const second = sealSummary(sampleSummary(), { version: 2, sealed: '2027-02-01', reason });
    expect(second.seal.sha).not.toBe(first.seal.sha);
    expect(fault(sealedText(second))).toBe('none');
    expect(() => sealSummary(sampleSummary(), { version: 2, sealed: '2027-02-01', reason: null })).toThrow();
    expect(() => sealSummary(sampleSummary(), { version: 1, sealed: '2027-02-01', reason })).toThrow();
  });

  test('shows every change to any one of its characters', () => {
    const pool = '0123456789abcdef一"{}[],:';
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.nat(pool.length - 1), (at, mark) => {
        const changed = text.slice(0, at) + pool[mark] + text.slice(at + 1);
        if (changed !== text) expect(fault(changed)).not.toBe('none');
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is no sealed summary is named', () => {
  const nested = '['.repeat(100_000);
  test.each<[string, string, string]>([
    ['nothing', '', 'not-json'],
    ['a picture', '\x89PNG\r\n', 'not-json'],
    ['JSON of something else', '{"a":1}', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['hostile nesting', nested, 'foreign'],
    ['a draft', sealedText({ ...first, seal: undefined } as unknown as SealedSummary), 'unsealed'],
    ['a newer format', canonical({ ...parsed(), formatVersion: 9 }), 'newer-format'],
    ['a format that is none', canonical({ ...parsed(), formatVersion: 'x' }), 'foreign'],
    ['a flipped figure', text.replace('"received":', '"received":1'), 'altered'],
    ['another hash', text.replace(first.seal.sha, '0'.repeat(64)), 'altered'],
    ['a hash that is no text', canonical({ ...parsed(), seal: { ...first.seal, sha: 7 } as never }), 'altered'],
  ])('%s', (_, of, name) => {
    expect(fault(of)).toBe(name);
  });

  test('cut off anywhere it is truncated', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 3 }), (length) => {
        expect(fault(text.slice(0, length))).toBe('truncated');
      }),
      { numRuns: 100 },
    );
  });

  test('a forged hash over what our programs never write', () => {
    expect(
      fault(
        resealed((document) => {
          document.note = 'x';
        }),
      ),
    ).toBe('malformed');
    expect(
      fault(
        resealed((document) => {
          document.evaluations[0].reconciliation.received += 1;
        }),
      ),
    ).toBe('malformed');
    expect(
      fault(
        resealed((document) => {
          Object.defineProperty(document, '__proto__', { value: { x: 1 }, enumerable: true });
        }),
      ),
    ).not.toBe('none');
  });
});
