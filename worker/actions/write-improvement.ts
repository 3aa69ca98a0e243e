// Publishing what changed because of comments: a new entry, an edit of one, or taking one back. Each is a new row.
import { checkImprovement, type Improvement, tidyImprovement } from '#core/improvement.ts';
import { Problems, Refusal } from '#core/problem.ts';
import { type Doer, nameOf } from '../actor.ts';
import { isUniqueFailure } from '../database.ts';
import type { Host } from '../host.ts';
import { type ImprovementRow, improvementsOf, writing } from '../store/improvements.ts';
import { commitAudited } from './commit-audited.ts';

/** `entry` '' for a new one. */
export async function writeImprovement(
  host: Host,
  doer: Doer<'improvements.write'>,
  survey: string,
  entry: string,
  typed: Improvement,
): Promise<void> {
  const improvement = tidyImprovement(typed);
  const problems = checkImprovement(improvement);
  if (problems.length > 0) throw new Problems(problems);
  const known = entry === '' ? null : await entryOf(host, survey, entry);
  await commitRow(host, doer, { survey, entry: entry || host.randomHex(8), n: (known?.n ?? 0) + 1, ...improvement }, 0);
}

export async function withdrawImprovement(
  host: Host,
  doer: Doer<'improvements.write'>,
  survey: string,
  entry: string,
): Promise<void> {
  const { n, said, done } = await entryOf(host, survey, entry);
  await commitRow(host, doer, { survey, entry, n: n + 1, said, done }, 1);
}

async function entryOf(host: Host, survey: string, entry: string): Promise<ImprovementRow> {
  const found = (await improvementsOf(host.db, survey)).find((each) => each.entry === entry);
  if (!found) throw new Refusal('missing', 'no-improvement');
  return found;
}

async function commitRow(
  host: Host,
  doer: Doer,
  row: Omit<ImprovementRow, 'withdrawn' | 'at' | 'by'>,
  withdrawn: 0 | 1,
): Promise<void> {
  const by = nameOf(doer);
  const at = new Date(host.now()).toISOString();
  const action = withdrawn ? 'improvement.withdraw' : 'improvement.write';
  const event = { actor: by, action, object: `${row.survey}/${row.entry}`, detail: { n: row.n } } as const;
  try {
    await commitAudited(host, event, [writing({ ...row, withdrawn, at, by })]);
  } catch (error) {
    if (isUniqueFailure(error, 'improvements.survey')) throw new Refusal('conflict', 'improvement-moved');
    throw error;
  }
}
