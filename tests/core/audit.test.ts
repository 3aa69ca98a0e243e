// The chain of the audit: whatever is done to its entries, the first one that does not fit is found.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditEntry, chainStart, followChain, linked } from '#core/audit.ts';

const actor = fc.constantFrom('a1', 'b2', 'command');
const details = fc.dictionary(
  fc.constantFrom('role', 'unit', 'n'),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
);

/** A whole chain of 2 to 12 entries. */
const chains = fc
  .array(fc.record({ actor, object: fc.string(), detail: details }), { minLength: 2, maxLength: 12 })
  .map((events) =>
    events.reduce<AuditEntry[]>((chain, event) => {
      const end = chain.at(-1) ?? chainStart;
      return chain.concat(linked(end, '2026-06-15T02:00:00.000Z', { action: 'staff.add', ...event }));
    }, []),
  );
const withIndex = chains.chain((chain) => fc.tuple(fc.constant(chain), fc.nat({ max: chain.length - 1 })));

describe('following the chain', () => {
  test('of nothing ends where it starts', () => {
    expect(followChain(chainStart, [])).toEqual(chainStart);
  });

  test('of untouched entries ends at the last, also in pages', () => {
    fc.assert(
      fc.property(withIndex, ([chain, at]) => {
        const { seq, hash } = chain.at(-1) as AuditEntry;
        expect(followChain(chainStart, chain)).toEqual({ seq, hash });
        const half = followChain(chainStart, chain.slice(0, at));
        expect('fault' in half ? half : followChain(half, chain.slice(at))).toEqual({ seq, hash });
      }),
    );
  });

  test('finds a removed entry, unless it was the last', () => {
    fc.assert(
      fc.property(withIndex, ([chain, at]) => {
        const found = followChain(chainStart, chain.toSpliced(at, 1));
        const last = chain.at(-2) as AuditEntry;
        if (at === chain.length - 1) expect(found).toEqual({ seq: last.seq, hash: last.hash });
        else expect(found).toEqual({ seq: at + 1, fault: 'missing' });
      }),
    );
  });

  test('finds a removed entry whose followers were numbered anew', () => {
    fc.assert(
      fc.property(withIndex, ([chain, at]) => {
        const closed = chain.toSpliced(at, 1).map((entry, i) => ({ ...entry, seq: i + 1 }));
        if (at < chain.length - 1) expect(followChain(chainStart, closed)).toEqual({ seq: at + 1, fault: 'altered' });
      }),
    );
  });

  test('finds an altered entry, in whatever it was altered', () => {
    const changes: ((entry: AuditEntry) => AuditEntry)[] = [
      (entry) => ({ ...entry, actor: `${entry.actor}x` }),
      (entry) => ({ ...entry, object: `${entry.object}x` }),
      (entry) => ({ ...entry, action: 'staff.disable' }),
      (entry) => ({ ...entry, at: '2026-06-15T02:00:01.000Z' }),
      (entry) => ({ ...entry, detail: { ...entry.detail, more: 1 } }),
      (entry) => ({ ...entry, previous: 'f'.repeat(64) }),
      (entry) => ({ ...entry, hash: 'f'.repeat(64) }),
    ];
    fc.assert(
      fc.property(withIndex, fc.constantFrom(...changes), ([chain, at], change) => {
        const altered = chain.map((entry, i) => (i === at ? change(entry) : entry));
        expect(followChain(chainStart, altered)).toEqual({ seq: at + 1, fault: 'altered' });
      }),
    );
  });

  test('finds an entry that was altered and sealed again, by its follower', () => {
    fc.assert(
      fc.property(withIndex, ([chain, at]) => {
        const end = chain[at - 1] ?? chainStart;
        const forged = linked(end, '2026-06-15T02:00:00.000Z', {
          actor: 'b2',
          action: 'staff.role',
          object: 'forged',
          detail: {},
        });
        const found = followChain(chainStart, chain.with(at, forged));
        if (at < chain.length - 1) expect(found).toEqual({ seq: at + 2, fault: 'unlinked' });
      }),
    );
  });

  test('finds two entries that changed places', () => {
    fc.assert(
      fc.property(withIndex, ([chain, at]) => {
        const [first, second] = [chain[at] as AuditEntry, chain[at + 1]];
        if (!second) return;
        const moved = chain.with(at, { ...second, seq: first.seq }).with(at + 1, { ...first, seq: second.seq });
        expect(followChain(chainStart, moved)).toEqual({ seq: at + 1, fault: 'altered' });
      }),
    );
  });

  test('finds an inserted entry', () => {
    fc.assert(
      fc.property(withIndex, ([chain, at]) => {
        const { seq } = chain[at] as AuditEntry;
        const inserted = linked(chain[at] as AuditEntry, '2026-06-15T02:00:00.000Z', {
          actor: 'b2',
          action: 'staff.role',
          object: 'x',
          detail: {},
        });
        const rest = chain.slice(at + 1).map((entry) => ({ ...entry, seq: entry.seq + 1 }));
        if (rest.length > 0)
          expect(followChain(chainStart, [...chain.slice(0, at + 1), inserted, ...rest])).toEqual({
            seq: seq + 2,
            fault: 'altered',
          });
      }),
    );
  });
});
