// Promise 25: nobody learns one citizen's answer from what is published. An attacker that shares no code with the rules
// reads every number of a year; `npm run soak -- privacy` gives it ten times as many years.
import { expect, test } from 'vitest';
import { attackRun, brokenRules } from '#tests/privacy/attack-run.ts';
import { attack } from '#tests/privacy/attacker.ts';
import { publish, randomPeople } from '#tests/privacy/random-year.ts';
import { contradictions, twoWorlds } from '#tests/privacy/two-worlds.ts';

test('no hidden cell of 10,000 random years can be worked out, and no base under ten is told', () => {
  const { exposed, hiding, telling } = attackRun(10_000, 1);
  expect(exposed.slice(0, 3)).toEqual([]);
  expect(hiding).toBeGreaterThan(500);
  expect(telling).toBeGreaterThan(1_000);
});

test.each(Object.entries(brokenRules))('the attacker notices when %s', (_, rules) => {
  expect(attackRun(600, 1, rules).exposed).not.toEqual([]);
});

test('of a hidden figure two whole counties exist, person by person, that publish the same', () => {
  let worlds = 0;
  for (let seed = 1; seed <= 600; seed += 1) {
    const published = publish(randomPeople(seed));
    for (const people of twoWorlds(published)) {
      expect([seed, contradictions(published, people)]).toEqual([seed, []]);
      worlds += 1;
    }
  }
  expect(worlds).toBeGreaterThan(100);
});

test('a year of nobody, or of few, tells nothing and is not attacked in vain', () => {
  expect(attack(publish([]))).toEqual([]);
  const few = publish(randomPeople(1).slice(0, 9));
  expect([few.units, few.channels]).toEqual([[], []]);
});
