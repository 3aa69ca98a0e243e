// GET /staff/results/:survey: the figures over a range of months, a unit and a channel, all in the address, so that a view
// can be kept and sent. Somebody who sees one unit only gets that unit, whatever the address says.
import { type Context, Hono } from 'hono';
import { fill } from '#core/lang.ts';
import { addDays, type Month, minuteOf, monthOf, monthsIn, monthsPeriod } from '#core/period.ts';
import { may } from '#core/staff.ts';
import { channels, wholeCounty } from '#core/submission.ts';
import { ResultsPage } from '#web/pages/staff/results.tsx';
import { type Actor, requireUnit, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { servedDocument, surveyIn } from '../../catalogue.ts';
import { evaluationOf } from '../../evaluations.ts';
import { sliceOf } from '../../slices.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';
import { commentsIn } from '../../store/comments.ts';
import type { SurveyRecord, Unit } from '../../store/surveys.ts';

const commentsShown = 20;

export const results = new Hono<AppEnv>().get('/:survey', async (c) => {
  const actor = await signedIn(c, 'results.read');
  const host = c.get('host');
  const { db } = host;
  const catalogue = await c.get('catalogue')();
  const record = surveyIn(catalogue, c.req.param('survey'));
  const { units } = catalogue;
  const months = monthsOf(record, monthOf(host.today()));
  const chosen = await choiceOf(c, actor, units, months);
  const period = monthsPeriod(chosen.from, chosen.to);
  const whole = chosen.from === months[0] && chosen.to === months.at(-1);
  const place = {
    ...(chosen.unit ? { unit: chosen.unit } : {}),
    ...(chosen.channel ? { channel: chosen.channel } : {}),
  };
  const undivided = !chosen.unit && !chosen.channel;

  const evaluation = await sliceOf(db, record, { ...place, ...(whole ? {} : { period }) });
  const parts = evaluation && undivided ? await evaluationOf(db, record, units, { period }) : null;
  const comments = await commentsIn(db, { survey: record.code, period, ...place }, ['released', 'new'], {
    limit: commentsShown,
  });
  const { title } = servedDocument(record);
  return staffPage(
    c,
    fill(c.get('words').staff.results.title, { title: title[c.get('lang')] }),
    <ResultsPage
      {...staffPageProps(c, actor)}
      survey={{ code: record.code, title }}
      units={units}
      choices={{
        months,
        units: actor.unit ? [actor.unit] : ['', wholeCounty, ...units.map(({ code }) => code)],
        channels: ['', ...channels],
      }}
      chosen={chosen}
      evaluation={evaluation}
      breakdown={parts && { byUnit: parts.units, byChannel: parts.channels }}
      comments={comments}
      moderates={may(actor, 'comments.moderate')}
      time={minuteOf(host.now())}
    />,
  );
});

/** The months in which answers can have come: from opening to the end of the grace, or to this month. */
function monthsOf({ opens, closes, graceDays }: SurveyRecord, thisMonth: Month): Month[] {
  const [first, last] = [monthOf(opens), monthOf(addDays(closes, graceDays))];
  const months = monthsIn(monthsPeriod(first, last)).filter((month) => month <= thisMonth);
  return months.length > 0 ? months : [first];
}

/** What the address asks for; what it does not say, or says wrongly, is everything. */
async function choiceOf(c: Context<AppEnv>, actor: Actor, units: readonly Unit[], months: readonly Month[]) {
  const asked = c.req.query('unit') ?? '';
  if (actor.unit && asked !== '') await requireUnit(c.get('host'), actor, asked);
  const known = asked === wholeCounty || units.some(({ code }) => code === asked);
  const month = (name: string, otherwise: Month | undefined) =>
    months.find((each) => each === c.req.query(name)) ?? otherwise ?? '';
  const [from, to] = [month('from', months[0]), month('to', months.at(-1))].sort() as [Month, Month];
  return {
    from,
    to,
    unit: actor.unit ?? (known ? asked : ''),
    channel: channels.find((channel) => channel === c.req.query('channel')) ?? '',
  };
}
