// Deciding about one comment: whether it may be read by others, what it is about, what became of it. The text itself
// never changes.
import { type CommentState, commentStates, type Handling, handlings, type Theme, themes } from '#core/comment.ts';
import { Problems, problem, Refusal } from '#core/problem.ts';
import { type Doer, nameOf, requireUnit } from '../actor.ts';
import type { Host } from '../host.ts';
import { type CommentKey, commentBy, type Moderation, moderating } from '../store/comments.ts';
import { commitAudited } from './commit-audited.ts';

/** '' for no theme and not handled yet; a state of '' keeps the present one. */
export interface Decision {
  readonly state: string;
  readonly theme: string;
  readonly handling: string;
}

const oneOf = <T extends string>(list: readonly T[], value: string): T | null =>
  list.find((each) => each === value) ?? null;

export async function moderateComment(
  host: Host,
  doer: Doer<'comments.moderate'>,
  key: CommentKey,
  decision: Decision,
): Promise<void> {
  const comment = await commentBy(host.db, key);
  if (!comment) throw new Refusal('missing', 'no-comment');
  if (doer !== 'command') await requireUnit(host, doer, comment.unit);
  const wanted: Moderation = {
    state: decision.state === '' ? comment.state : (decision.state as CommentState),
    theme: oneOf<Theme>(themes, decision.theme),
    handling: oneOf<Handling>(handlings, decision.handling),
  };
  const problems = [
    ...(commentStates.includes(wanted.state) ? [] : [problem('state', 'bad-value')]),
    ...(decision.theme !== '' && !wanted.theme ? [problem('theme', 'bad-value')] : []),
    ...(decision.handling !== '' && !wanted.handling ? [problem('handling', 'bad-value')] : []),
  ];
  if (problems.length > 0) throw new Problems(problems);
  const { state, theme, handling } = wanted;
  const object = [key.survey, key.month, key.slip, key.id, key.question].join('/');
  const event = {
    actor: nameOf(doer),
    action: 'comment.moderate',
    object,
    detail: { state, theme, handling },
  } as const;
  await commitAudited(host, event, [moderating(key, wanted)]);
}
