// The figures of the sealed evaluation by the names under which a text of the annual report may ask for them. What may not
// be shown says why; there is no figure here that the sealed summary does not hold.
import { showDays } from '../dates.ts';
import { overallRatings, paragraph } from '../paragraph.ts';
import type { Summary, SummaryQuestion, SurveyEvaluation } from '../report.ts';
import { oneDecimal } from '../report-table.ts';
import type { FigureValue } from './named-figures.ts';

type Kind = SurveyEvaluation['kind'];
type FromOne = (evaluation: SurveyEvaluation, summary: Summary) => FigureValue;

const shown = (value: string | number): FigureValue => ({ kind: 'shown', text: String(value) });
const missing = (why: Extract<FigureValue, { kind: 'missing' }>['why'], min = 0): FigureValue => ({
  kind: 'missing',
  why,
  values: { min },
});

/** Reads the one evaluation of a kind; a year may have none, or several that no single figure speaks for. */
const ofOne =
  (kind: Kind, read: FromOne) =>
  (summary: Summary): FigureValue => {
    const [only, ...others] = summary.evaluations.filter((evaluation) => evaluation.kind === kind);
    if (!only) return missing('figure-no-evaluation');
    return others.length > 0 ? missing('figure-several') : read(only, summary);
  };

const rate =
  (sense: 'strict' | 'wide'): FromOne =>
  (evaluation, summary) =>
    overall(evaluation, summary, ({ rating }) => {
      const percent = rating?.[sense].percent ?? null;
      return percent === null
        ? missing('figure-small-base', summary.method.percentBaseMin)
        : shown(`${oneDecimal(percent)}%`);
    });

/** The overall rating, where there is one and its figures may be shown. */
function overall(
  evaluation: SurveyEvaluation,
  summary: Summary,
  read: (question: SummaryQuestion) => FigureValue,
): FigureValue {
  if (evaluation.withheld === 'too-few') return missing('figure-too-few', summary.method.figuresBaseMin);
  const [only, ...others] = overallRatings(evaluation);
  if (evaluation.withheld || !only?.rating || only.rating.valid === 0) return missing('figure-no-evaluation');
  return others.length > 0 ? missing('figure-several') : read(only);
}

const handled =
  (handling: SurveyEvaluation['comments']['handlings'][number]['handling']): FromOne =>
  ({ comments }) =>
    shown(comments.handlings.find((each) => each.handling === handling)?.n ?? 0);

const days: FromOne = ({ days }) =>
  days ? shown(showDays(days.first, days.last, 'zh-CN')) : missing('figure-no-evaluation');

export const sealedFigures: Readonly<Record<string, (summary: Summary) => FigureValue>> = {
  社会评议: (summary) =>
    summary.evaluations.length > 0 ? shown(paragraph(summary, 'zh-CN')) : missing('figure-no-evaluation'),
  评议起止: ofOne('general', days),
  收到答卷: ofOne('general', ({ reconciliation }) => shown(reconciliation.received)),
  有效答卷: ofOne('general', ({ reconciliation }) => shown(reconciliation.valid)),
  总体有效评价: ofOne('general', (evaluation, summary) =>
    overall(evaluation, summary, ({ rating }) => shown(rating?.valid ?? 0)),
  ),
  总体满意率: ofOne('general', rate('strict')),
  总体满意率含基本满意: ofOne('general', rate('wide')),
  意见建议: ofOne('general', ({ comments }) => shown(comments.received)),
  采纳意见: ofOne('general', handled('adopted')),
  收到办理评价: ofOne('request', ({ reconciliation }) => shown(reconciliation.received)),
  有效办理评价: ofOne('request', ({ reconciliation }) => shown(reconciliation.valid)),
  办理满意率: ofOne('request', rate('strict')),
};
