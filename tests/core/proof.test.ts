// The challenge of a form: one number solves it, for this form and no other.
import { expect, test } from 'vitest';
import { challengeOf, isSolution, workMax } from '#core/proof.ts';

const form = 'a'.repeat(32);

test('one number below the maximum solves a challenge, and only for its own form', () => {
  const challenge = challengeOf(form, 2345);
  const solutions = Array.from({ length: workMax }, (_, number) => String(number)).filter((number) =>
    isSolution(form, challenge, number),
  );
  expect(solutions).toEqual(['2345']);
  expect(isSolution('b'.repeat(32), challenge, '2345')).toBe(false);
});

test('what is no number solves nothing', () => {
  const challenge = challengeOf(form, 0);
  for (const answer of ['', ' 0', '0x0', '-0', '0.0', '1e1', 'NaN', '00000000'])
    expect(isSolution(form, challenge, answer)).toBe(false);
  expect(isSolution(form, '', '0')).toBe(false);
});
