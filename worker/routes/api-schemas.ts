// What the API takes and gives, one schema each: the handlers check with them, and the OpenAPI document is made of them.
import * as z from 'zod';
import { invitationRowsMax } from '#core/invitation-list.ts';
import { reportSchema, sealedSummarySchema, summarySchema } from '#core/report.ts';

const cell = z
  .string()
  .max(80)
  .regex(/^[^\t\r\n"]*$/);

export const invitationsWanted = z
  .strictObject({
    survey: z.string().max(64).describe('Code of an open survey that rates single requests.'),
    invitations: z
      .array(
        z.strictObject({
          unit: cell.describe('Code or name of the unit that handled the request.'),
          outcome: cell.describe('Row of table 3 of the annual report, such as r3_1, or its words.'),
          month: cell.describe('Month of the reply, 2026-01.'),
          tail: cell.describe('Last 2 to 6 digits of the case number.'),
        }),
      )
      .min(1)
      .max(invitationRowsMax),
  })
  .meta({ id: 'InvitationsWanted' });

const invited = { unit: z.string(), outcome: z.string(), month: z.string(), tail: z.string() };

export const invitationsIssued = z
  .strictObject({
    ok: z.literal(true),
    expires: z.string().describe('Last day on which the links work.'),
    issued: z.array(z.strictObject({ ...invited, link: z.string().describe('Shown this once.') })),
    repeated: z
      .array(z.strictObject(invited))
      .describe('Cases that were invited before: their link cannot be shown again.'),
  })
  .meta({ id: 'InvitationsIssued' });

export const publishedResults = z
  .strictObject({
    ok: z.literal(true),
    county: summarySchema.shape.county,
    year: summarySchema.shape.year,
    method: summarySchema.shape.method,
    seal: sealedSummarySchema.shape.seal,
    evaluation: summarySchema.shape.evaluations.element,
  })
  .meta({ id: 'PublishedResults' });

export const yearReport = reportSchema.meta({ id: 'YearReport' });

export const failure = z
  .strictObject({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    detail: z.string(),
    problems: z
      .array(
        z.strictObject({
          field: z.string(),
          code: z.string(),
          message: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
    id: z.string().optional().describe('Under which a fault of ours was logged.'),
  })
  .meta({ id: 'Failure' });
