// GET /staff/results/:survey: the figures of one year, running or final. Somebody who belongs to one unit gets that unit's
// row and nothing else, whatever the address says.
import { Hono } from 'hono';
import { fill } from '#core/lang.ts';
import { minuteOf, yearOf, yearPeriod } from '#core/period.ts';
import { may } from '#core/staff.ts';
import { reportYears } from '#core/summarise.ts';
import { ResultsPage } from '#web/pages/staff/results.tsx';
import { signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { servedDocument, surveyIn } from '../../catalogue.ts';
import { evaluationOf } from '../../evaluations.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';
import { commentsIn } from '../../store/comments.ts';

const commentsShown = 20;

export const results = new Hono<AppEnv>().get('/:survey', async (c) => {
  const actor = await signedIn(c, 'results.read');
  const host = c.get('host');
  const { surveys, units } = await c.get('catalogue')();
  const record = surveyIn({ surveys, units }, c.req.param('survey'));
  const known = reportYears([record], host.today());
  const years = known.length > 0 ? known : [yearOf(record.opens)];
  const year = years.find((each) => String(each) === c.req.query('year')) ?? years[0] ?? yearOf(record.opens);
  const evaluation = await evaluationOf(host.db, record, units, { year, today: host.today() });
  const own = actor.unit ? { unit: actor.unit } : {};
  const comments = await commentsIn(
    host.db,
    { survey: record.code, period: yearPeriod(year), ...own },
    ['released', 'new'],
    { limit: commentsShown },
  );
  const { title } = servedDocument(record);
  return staffPage(
    c,
    fill(c.get('words').staff.results.title, { title: title[c.get('lang')] }),
    <ResultsPage
      {...staffPageProps(c, actor)}
      survey={{ code: record.code, title }}
      units={units}
      years={years}
      year={year}
      final={evaluation.final}
      through={evaluation.through}
      evaluation={actor.unit ? null : evaluation}
      breakdown={
        evaluation.final && !evaluation.withheld
          ? {
              byUnit: evaluation.units.filter(({ by }) => !actor.unit || by === actor.unit),
              byChannel: actor.unit ? [] : evaluation.channels,
            }
          : null
      }
      comments={comments}
      moderates={may(actor, 'comments.moderate')}
      time={minuteOf(host.now())}
    />,
  );
});
