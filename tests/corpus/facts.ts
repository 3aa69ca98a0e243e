// The invented offices of the corpus and their figures: tables that add up, drawn from a seed, and what the narrative
// says of them. Planting an error changes one side only.
import { applicantIds, groupIds, outcomeIds, outcomeRowIds } from '#core/check/form.ts';

export type OrganKind = 'county' | 'office' | 'bureau' | 'town' | 'street';

export interface Organ {
  readonly kind: OrganKind;
  /** 云岭县 */
  readonly area: string;
  /** As in the title: 云岭县人民政府办公室 */
  readonly name: string;
}

/** Figures of the narrative; equal to the tables' until something is planted. */
export interface Said {
  received: number;
  carriedIn: number;
  done: number;
  carriedOut: number;
  granted: number;
  partial: number;
  refused: number;
  unable: number;
  channels: [number, number, number];
  natural: number;
  made: number;
  repealed: number;
  valid: number;
  review: number;
  suit: number;
}

export interface Facts {
  readonly organ: Organ;
  readonly year: number;
  readonly cells: Record<string, number>;
  readonly said: Said;
  /** Other figures of the text: items published, broken down. */
  readonly published: { total: number; parts: [number, number, number] };
  readonly random: (below: number) => number;
}

/** mulberry32: small, seeded, the same everywhere. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const common = [
  'r3_1',
  'r3_1',
  'r3_1',
  'r3_2',
  'r3_3_5',
  'r3_3_6',
  'r3_4_1',
  'r3_4_1',
  'r3_4_2',
  'r3_5_2',
  'r3_6_1',
  'r3_6_3',
];
const people = ['np', 'np', 'np', 'np', 'l_com', 'l_law', 'l_oth'];

/** Adds one request with this applicant and outcome. */
export function addRequest(cells: Record<string, number>, from: 'r1' | 'r2', column: string, outcome: string): void {
  const add = (id: string) => {
    cells[id] = (cells[id] ?? 0) + 1;
  };
  for (const each of [column, 'tot']) {
    add(`${from}.${each}`);
    add(`${outcome}.${each}`);
    if (outcome !== 'r4') add(`r3_7.${each}`);
  }
}

export function makeFacts(organ: Organ, year: number, seed: number, size: number): Facts {
  const random = randomFrom(seed);
  const cells: Record<string, number> = {};
  for (const row of ['r1', 'r2', ...outcomeRowIds, 'r3_7', 'r4'])
    for (const column of applicantIds) cells[`${row}.${column}`] = 0;
  for (const group of groupIds) for (const column of outcomeIds) cells[`${group}.${column}`] = 0;
  const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
  const carriedIn = size > 5 ? random(3) : 0;
  const carriedOut = size > 8 ? random(3) : 0;
  for (let i = 0; i < size; i++) addRequest(cells, 'r1', pick(people), i < carriedOut ? 'r4' : pick(common));
  for (let i = 0; i < carriedIn; i++) addRequest(cells, 'r2', pick(people), pick(common));
  if (size > 10) {
    for (let i = 0; i < 1 + random(3); i++) {
      const column = ['keep', 'keep', 'other', 'pending'][random(4)] ?? 'keep';
      cells[`rev.${column}`] = (cells[`rev.${column}`] ?? 0) + 1;
      cells['rev.tot'] = (cells['rev.tot'] ?? 0) + 1;
    }
    if (random(2) === 0) {
      cells['lit_after.keep'] = 1;
      cells['lit_after.tot'] = 1;
    }
  }
  const isSmall = organ.kind === 'town' || organ.kind === 'street';
  const made = isSmall ? 0 : random(9);
  const repealed = isSmall ? 0 : random(3);
  Object.assign(cells, {
    'A1.rules.made': 0,
    'A1.rules.repealed': 0,
    'A1.rules.valid': 0,
    'A1.norms.made': made,
    'A1.norms.repealed': repealed,
    'A1.norms.valid': isSmall ? 0 : made + 12 + random(30),
    'A5.licence.n': organ.kind === 'office' ? 0 : organ.kind === 'county' ? 3000 + random(20000) : random(60),
    'A6.penalty.n': organ.kind === 'office' ? 0 : organ.kind === 'county' ? 400 + random(3000) : random(30),
    'A6.coercion.n': organ.kind === 'county' ? random(200) : 0,
    'A8.fee.amount': organ.kind === 'county' ? 100 + random(90000) / 100 : 0,
  });
  const total = (...rows: string[]) => rows.reduce((sum, row) => sum + (cells[`${row}.tot`] ?? 0), 0);
  const received = total('r1');
  const mail = Math.floor(received / 4);
  const counter = received > 3 ? 1 : 0;
  const parts: [number, number, number] = [100 + random(900), 200 + random(1500), 30 + random(80)];
  return {
    organ,
    year,
    cells,
    random,
    published: { total: parts[0] + parts[1] + parts[2], parts },
    said: {
      received,
      carriedIn: total('r2'),
      done: total('r3_7'),
      carriedOut: total('r4'),
      granted: total('r3_1'),
      partial: total('r3_2'),
      refused: total(...outcomeRowIds.filter((id) => id.startsWith('r3_3'))),
      unable: total(...outcomeRowIds.filter((id) => id.startsWith('r3_4'))),
      channels: [received - mail - counter, mail, counter],
      natural: cells['r1.np'] ?? 0,
      made,
      repealed,
      valid: cells['A1.norms.valid'] ?? 0,
      review: cells['rev.tot'] ?? 0,
      suit: (cells['lit_direct.tot'] ?? 0) + (cells['lit_after.tot'] ?? 0),
    },
  };
}
