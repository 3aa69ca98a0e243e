// One step of a year's report: checked, sent back, sealed, corrected, or nothing to report. What is sealed is what the
// person saw: their page names the figures, and figures that moved since are refused.
import type { AuditAction } from '#core/audit.ts';
import { isCleanText, tidyText } from '#core/canonical.ts';
import { tellsOfFew } from '#core/drift.ts';
import { inEveryLang } from '#core/lang.ts';
import { yearPeriod } from '#core/period.ts';
import { Problems, problem, Refusal } from '#core/problem.ts';
import type { SealedSummary, Summary } from '#core/report.ts';
import {
  afterStep,
  checkedSha,
  type ReportEntry,
  type ReportStep,
  reasonCharsMax,
  stateAfter,
} from '#core/report-state.ts';
import { draftSha, sealSummary } from '#core/seal.ts';
import { type Doer, nameOf } from '../actor.ts';
import type { Catalogue } from '../catalogue.ts';
import { isUniqueFailure } from '../database.ts';
import type { Host } from '../host.ts';
import { draftOf } from '../reports.ts';
import { sealedOf } from '../sealed-reports.ts';
import { stepping, stepsOf } from '../store/report-steps.ts';
import { sealedVersions, sealing } from '../store/sealed-summaries.ts';
import { commitAudited } from './commit-audited.ts';

export interface Advance {
  readonly year: number;
  readonly step: ReportStep;
  /** `draftSha` of the figures on the page that asks; '' where none were shown. */
  readonly seen: string;
  readonly reason: string;
}

const audited: Record<ReportStep, AuditAction> = {
  check: 'report.check',
  'send-back': 'report.send-back',
  seal: 'report.seal',
  'declare-nothing': 'report.declare-nothing',
  correct: 'report.correct',
};

export async function advanceReport(
  host: Host,
  catalogue: Catalogue,
  doer: Doer<'reports.write'>,
  { year, step, seen, reason: typed }: Advance,
): Promise<void> {
  const [entries, versions] = await Promise.all([stepsOf(host.db, year), everySealed(host, year)]);
  if (!afterStep(stateAfter(entries), step)) throw new Refusal('conflict', 'report-moved');
  // Until the year is over an answer can still come.
  if (host.today() < yearPeriod(year).to) throw new Refusal('conflict', 'year-running', { year });
  const reason = step === 'send-back' || step === 'correct' ? readReason(typed) : null;
  const draft = await draftOf(host, catalogue, year);
  const sealed = sealedBy({ step, draft, seen, reason, entries, versions }, host);
  const entry: ReportEntry = {
    n: entries.length + 1,
    step,
    at: new Date(host.now()).toISOString(),
    by: nameOf(doer),
    sha: sealed?.seal.sha ?? (step === 'check' ? seen : null),
    reason,
  };
  const event = {
    actor: nameOf(doer),
    action: audited[step],
    object: String(year),
    detail: {
      n: entry.n,
      ...(entry.sha ? { sha: entry.sha } : {}),
      ...(sealed ? { version: sealed.seal.version } : {}),
    },
  };
  try {
    await commitAudited(host, event, [stepping(year, entry), ...(sealed ? [sealing(sealed, nameOf(doer))] : [])]);
  } catch (error) {
    if (isUniqueFailure(error, 'report_steps.year')) throw new Refusal('conflict', 'report-moved');
    throw error;
  }
}

interface Sealing {
  readonly step: ReportStep;
  readonly draft: Summary | null;
  readonly seen: string;
  readonly reason: string | null;
  readonly entries: readonly ReportEntry[];
  /** Newest first. */
  readonly versions: readonly SealedSummary[];
}

/** All that was ever given out of the year. */
async function everySealed({ db }: Host, year: number): Promise<SealedSummary[]> {
  const versions = await sealedVersions(db, year);
  const kept = await Promise.all(versions.map(({ version }) => sealedOf(db, year, version)));
  return kept.flatMap((each) => each ?? []);
}

/** What the step seals; null for a step that seals nothing. Throws a Refusal where its figures are not those that count. */
function sealedBy(
  { step, draft, seen, reason, entries, versions }: Sealing,
  { today }: Pick<Host, 'today'>,
): SealedSummary | null {
  if (step === 'send-back') return null;
  const valid = draft?.evaluations.reduce((sum, { reconciliation }) => sum + reconciliation.valid, 0) ?? 0;
  if (step === 'declare-nothing') {
    if (valid > 0) throw new Refusal('conflict', 'something-to-report', { valid });
    return null;
  }
  if (!draft) throw new Refusal('missing', 'no-report');
  const figures = draftSha(draft);
  if (seen !== figures || (step === 'seal' && checkedSha(entries) !== figures))
    throw new Refusal('conflict', 'draft-moved');
  if (step === 'check') return null;
  const [newest] = versions;
  if (newest) requireCorrection(versions, draft);
  return sealSummary(draft, {
    version: (newest?.seal.version ?? 0) + 1,
    sealed: today(),
    reason: reason === null ? null : inEveryLang({ 'zh-CN': reason }),
  });
}

/** Whoever kept an older version can lay that one beside the new one too. */
function requireCorrection(versions: readonly SealedSummary[], draft: Summary): void {
  const figures = versions.map(({ seal: _, ...rest }) => rest);
  if (figures[0] && draftSha(figures[0]) === draftSha(draft)) throw new Refusal('conflict', 'nothing-to-correct');
  if (figures.some((each) => tellsOfFew(each, draft))) throw new Refusal('conflict', 'correction-of-few');
}

function readReason(typed: string): string {
  const reason = tidyText(typed);
  if (reason === '') throw new Problems([problem('reason', 'empty')]);
  const { length } = reason;
  if (length > reasonCharsMax) throw new Problems([problem('reason', 'too-long', { max: reasonCharsMax, length })]);
  if (!isCleanText(reason)) throw new Problems([problem('reason', 'bad-characters')]);
  return reason;
}
