// What somebody sent becomes a Submission, from the phone's JSON or from a script-less form. Only its shape is checked
// here; whether it may be stored is for the action to decide.
import * as z from 'zod';
import { type Answers, pruneToJourney } from '#core/answers.ts';
import type { Problem } from '#core/problem.ts';
import { Problems, problem } from '#core/problem.ts';
import { idPattern, trapField, wholeCounty } from '#core/submission.ts';
import type { Submission } from '../actions/submit.ts';
import type { Fields } from '../body.ts';
import { documentOf } from '../catalogue.ts';
import type { SurveyRecord } from '../store/surveys.ts';

const shortText = z.string().max(128);
const envelopeSchema = z.strictObject({
  id: z.string().regex(idPattern),
  survey: shortText,
  version: z.int().min(1),
  unit: shortText.default(wholeCounty),
  channel: shortText.default('web'),
  ticket: shortText,
  sha: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  trapped: z.literal(true).optional(),
  answers: z.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
});

export function readEnvelope(body: unknown): Submission {
  const read = envelopeSchema.safeParse(body);
  if (read.success) return read.data;
  const problems = read.error.issues.flatMap((issue): Problem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => problem(key.slice(0, 64), 'unknown-field'))
      : [
          problem(
            issue.path.join('.') || 'body',
            issue.path[0] === 'ticket' || issue.path[0] === 'id' ? 'bad-ticket' : 'bad-value',
          ),
        ],
  );
  throw new Problems(problems);
}

const hidden = ['id', 'ticket', 'version', 'unit', 'channel'] as const;

/** `typed` is everything as it came, to be shown again; the submission holds what the journey asks for. */
export function readFields(fields: Fields, record: SurveyRecord): { sent: Submission; typed: Answers } {
  const [id, ticket, version, unit, channel] = hidden.map((name) => {
    const value = fields[name];
    if (value !== undefined && typeof value !== 'string') throw new Problems([problem('body', 'malformed')]);
    return value ?? '';
  }) as [string, string, string, string, string];
  const { [trapField]: trap = '', ...visible } = fields;
  const typed = Object.fromEntries(
    Object.entries(visible).filter(([name]) => !hidden.includes(name as 'id')),
  ) as Answers;
  const number = /^\d{1,4}$/.test(version) ? Number(version) : 0;
  const sent: Submission = {
    id: idPattern.test(id) ? id : '',
    survey: record.code,
    version: number,
    unit: unit || wholeCounty,
    channel: channel || 'web',
    ticket: ticket.slice(0, 128),
    trapped: trap !== '',
    answers: pruneToJourney(documentOf(record, number), typed),
  };
  return { sent, typed };
}
