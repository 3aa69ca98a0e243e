// The year's summary (年度汇总) as one value: page, paragraph and files print it and compute nothing. Null is never a
// small number: a share that is null is hidden, and a step of the chain that is null says why.
import * as z from 'zod';
import { handlings, themes } from './comment.ts';
import type { Localised } from './lang.ts';
import { exclusionReasons } from './standing.ts';
import { channels } from './submission.ts';

export const generator = { name: 'pingyi', version: '0.1.0' } as const;
export const formatVersion = 1;

const count = z.int().min(0).meta({ id: 'count' });
const code = z.string().min(1).max(64);
const version = z.int().min(1);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ id: 'day', description: 'A day of the calendar in Asia/Shanghai.' });
const words = z.string().min(1);
/** Open to languages that come later, or that another instance speaks; whoever shows it uses `withEveryLang`. */
const localised = z.object({ 'zh-CN': words }).catchall(words).meta({
  id: 'localised',
  description: 'Words by language tag; zh-CN is always there.',
}) as unknown as z.ZodType<Localised>;
const percent = z
  .number()
  .min(0)
  .max(100)
  .nullable()
  .describe('One decimal, rounded half-up; null when the base is under method.percentBaseMin.');

const share = z
  .strictObject({ n: count, base: count, percent })
  .meta({ id: 'share', description: 'n of base; the base is people, never votes.' });

const shownShare = share.nullable().describe('Null when hidden because it could tell about a person.');

const level = z
  .strictObject({ points: z.int().min(0), strict: z.boolean(), wide: z.boolean() })
  .describe(
    'Of a level of a rating scale: its points, and whether it counts as satisfied in the strict and wide sense.',
  );

const rating = z.strictObject({
  valid: count.describe('Answers on the scale, the base of both rates. "Does not apply" and blanks are not in it.'),
  na: count
    .nullable()
    .describe('Answered "don’t know" or "does not apply"; null where the question offers no such answer.'),
  strict: share.describe('Levels above the middle.'),
  wide: share.describe('The middle level and those above it.'),
  mean: z.number().nullable().describe('Mean points of the valid answers; null under method.percentBaseMin.'),
  pointsMax: z.int().describe('Points of the best level.'),
});

const question = z.strictObject({
  code,
  dimension: code,
  kind: z.enum(['rating', 'choice', 'choices', 'text']),
  words: localised,
  versions: z.array(version).describe('Survey versions that asked this with the same code and options.'),
  asked: count.describe('People the question was put to = answered + blank.'),
  answered: count,
  blank: count,
  notAsked: count.describe('Valid responses whose journey left the question out.'),
  cells: z
    .array(z.strictObject({ code, words: localised, share: shownShare, level: level.optional() }))
    .describe(
      'One for each option or level; none for text, and none where fewer than method.breakdownBaseMin people answered about themselves.',
    ),
  rating: rating.optional(),
});

const step = z.union([
  z.strictObject({ n: count }),
  z.strictObject({ n: z.null(), why: z.enum(['not-measured', 'not-applicable']) }),
]);

const reconciliation = z
  .strictObject({
    received: count,
    valid: count,
    excluded: z.array(z.strictObject({ reason: z.enum(exclusionReasons), n: count })),
  })
  .refine(({ received, valid, excluded }) => received === excluded.reduce((sum, { n }) => sum + n, valid), {
    error: 'received must equal valid + excluded',
  })
  .describe('received = valid + the sum of excluded.');

const commentCounts = z
  .strictObject({
    received: count,
    themes: z.array(z.strictObject({ theme: z.enum([...themes, 'unsorted']), n: count })),
    handlings: z.array(z.strictObject({ handling: z.enum([...handlings, 'open']), n: count })),
  })
  .refine((c) => [c.themes, c.handlings].every((parts) => parts.reduce((sum, { n }) => sum + n, 0) === c.received), {
    error: 'themes and handlings must each add up to received',
  })
  .describe('themes and handlings each add up to received.');

const evaluation = z.strictObject({
  survey: code,
  kind: z.enum(['general', 'request']),
  title: localised,
  opens: day,
  closes: day.describe('Last day, included.'),
  days: z
    .strictObject({ first: day, last: day })
    .nullable()
    .describe(
      'The days within the period on which it was open, both included; null when only late answers fall in it.',
    ),
  versions: z.array(z.strictObject({ version, sha: z.string().regex(/^[0-9a-f]{64}$/) })),
  chain: z
    .strictObject({ invited: step, delivered: step, opened: step, submitted: step, valid: step })
    .describe('应评 → 送达 → 打开 → 提交 → 有效, each counted in the period itself.'),
  reconciliation,
  late: count.describe('Received within the grace after closing; counted like all others.'),
  withheld: z
    .enum(['no-valid-answers', 'too-few'])
    .nullable()
    .describe('Why there are no figures; too-few is fewer valid answers than method.figuresBaseMin.'),
  channels: z
    .array(z.strictObject({ channel: z.enum(channels), n: count.nullable() }))
    .describe('Valid answers; null is hidden. Empty under method.breakdownBaseMin and while the year is running.'),
  questions: z.array(question),
  units: z
    .array(
      z.strictObject({
        unit: code,
        name: localised,
        valid: count.nullable(),
        strict: shownShare,
        wide: shownShare,
      }),
    )
    .describe('The overall rating by the unit rated; all null where hidden. Empty under method.breakdownBaseMin.'),
  comments: commentCounts,
});

const method = z
  .strictObject({
    valid: localised,
    strict: localised,
    wide: localised,
    mean: localised,
    rounding: localised,
    small: localised,
    chain: localised,
    sample: localised,
    figuresBaseMin: count.describe('Fewer valid answers than this: no figures at all.'),
    percentBaseMin: count.describe('A smaller base: counts without percentages and means.'),
    breakdownBaseMin: count.describe('A smaller base is not broken down by unit, channel or person.'),
    smallCellMax: count.describe('Cells of 1 to this many are hidden in a breakdown.'),
  })
  .describe('How the figures were made, in words and in the numbers that decide.');

export const summarySchema = z
  .strictObject({
    format: z.literal('pingyi-summary'),
    formatVersion: z.literal(formatVersion),
    generator: z.strictObject({ name: z.string(), version: z.string() }),
    county: localised,
    year: z.int().min(1000).max(9999),
    period: z.strictObject({
      from: day,
      to: day.describe('First day after the period.'),
      zone: z.literal('Asia/Shanghai'),
    }),
    made: day,
    method,
    evaluations: z.array(evaluation),
  })
  .describe('One year of public evaluation of government information disclosure, as counted.');

const seal = z
  .strictObject({
    version: z.int().min(1).describe('1, and one more for each correction.'),
    sealed: day.describe('The day of sealing.'),
    reason: localised.nullable().describe('Why it was corrected; null for version 1.'),
    sha: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the canonical JSON (sorted keys, no spaces) of everything but this member.'),
  })
  .refine(({ version, reason }) => (version === 1) === (reason === null), {
    error: 'version 1 has no reason, and every later one has',
  });

export const sealedSummarySchema = summarySchema.extend({ seal });

/** What a JSON file holds: a draft says that it is one by a seal of null. */
export const reportSchema = summarySchema
  .extend({ seal: seal.nullable().describe('null: a draft, which moves with every answer and cannot be verified.') })
  .describe('One year of public evaluation of government information disclosure, as counted.');

export type Summary = Readonly<z.infer<typeof summarySchema>>;
export type SealedSummary = Readonly<z.infer<typeof sealedSummarySchema>>;
/** What page and files print: a draft, or a sealed year. */
export type Report = Summary & { readonly seal?: SealedSummary['seal'] | null };
export type SurveyEvaluation = Summary['evaluations'][number];
export type SummaryQuestion = SurveyEvaluation['questions'][number];
export type Step = z.infer<typeof step>;
export type RatingShare = z.infer<typeof share>;

export const schemaPath = `/api/v1/schemas/summary-${formatVersion}.json`;

/** The published JSON Schema (2020-12). The sums that must add up are rules of this file and not expressible in it. */
export const summaryJsonSchema = (): object => ({
  ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }),
  $id: `urn:pingyi:summary:${formatVersion}`,
  title: 'Pingyi summary',
});
