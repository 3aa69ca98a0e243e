// Fills an empty database with the demo county: a year of answers, some requests rated and some not, comments waiting to
// be read, and one account for each role with a password made for this run and shown once.
import { tokenFrom } from '#core/invitation.ts';
import { outcomes } from '#core/outcome.ts';
import { addDays, type Day, daysBetween, monthOf, yearOf } from '#core/period.ts';
import { wholeCounty } from '#core/submission.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { saveAnnual } from '#worker/actions/save-annual.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { sha256Hex } from '#worker/seals.ts';
import { readSettings } from '#worker/settings.ts';
import { type Invitation, issuing } from '#worker/store/invitations.ts';
import { countStaff } from '#worker/store/staff.ts';
import { halfFilled, lastYearWhole } from './annual.ts';
import { pick, randomAnswers, seeded } from './answers.ts';
import { type LoadedAnswer, loadAnswers } from './load.ts';
import { seedSealedYear } from './sealed-year.ts';
import { buildWorld, generalOf, requestOf, staff, units } from './world.ts';

export interface DemoSignIn {
  readonly name: string;
  readonly role: string;
  readonly password: string;
}

/** Seeds a database that has no staff; leaves any other alone and returns nobody. */
export async function seedDemo(d1: D1, env: Readonly<Record<string, string>>): Promise<readonly DemoSignIn[]> {
  const host = makeHost(d1Database(d1), readSettings(env));
  if ((await countStaff(host.db)) > 0) return [];
  const year = yearOf(host.today());
  await buildWorld(host, year);
  await loadAnswers(host, generalOf(year), generalAnswers(year, host.today()));
  await inviteAndAnswer(host, year, host.today());
  await seedSealedYear(host, year - 1);
  await saveAnnual(
    host,
    'command',
    { year: year - 1, scope: 'office' },
    { base: 0, fields: lastYearWhole, state: 'ready' },
  );
  await saveAnnual(host, 'command', { year, scope: 'office' }, { base: 0, fields: halfFilled });
  const signIns: DemoSignIn[] = [];
  for (const { name, role, unit } of staff) {
    const { password } = await addStaff(host, 'command', { name, role, unit });
    signIns.push({ name, role, password });
  }
  return signIns;
}

const daysSoFar = (year: number, today: Day): number => daysBetween(`${year}-01-01`, today) + 1;

/** Each unit has its own mood, and one person in seven is bitter, so that the screens have something to tell. */
function generalAnswers(year: number, today: Day): LoadedAnswer[] {
  const random = seeded(year);
  const survey = generalOf(year);
  const places = [...Array<string>(6).fill(wholeCounty), ...units.map(({ code }) => code)];
  return Array.from({ length: 420 }, () => {
    const unit = pick(random, places);
    const mood = random() < 0.14 ? 0.15 + random() * 0.3 : 0.62 + (places.indexOf(unit) % 5) * 0.07;
    return {
      answers: randomAnswers(survey, random, mood),
      day: addDays(`${year}-01-01`, Math.floor(random() * daysSoFar(year, today))),
      unit,
      channel: pick(random, ['web', 'web', 'qr', 'wechat', 'wechat', 'wechat'] as const),
      quarantine: random() < 0.02,
      test: random() < 0.01,
    };
  });
}

async function inviteAndAnswer(host: Host, year: number, today: Day): Promise<void> {
  const random = seeded(year + 1);
  const survey = requestOf(year);
  const invitations = Array.from({ length: 64 }, (_, i): Omit<Invitation, 'used'> & { day: Day } => {
    const day = addDays(`${year}-01-01`, Math.floor(random() * daysSoFar(year, today)));
    return {
      hash: sha256Hex(tokenFrom(host.randomHex(16))),
      survey: survey.code,
      unit: pick(random, units).code,
      outcome: (pick(random, outcomes.slice(0, 14)) as { code: string }).code,
      month: monthOf(day),
      tail: String(100 + i).padStart(4, '0'),
      expires: addDays(day, 90),
      day,
    };
  });
  await host.db.commit(invitations.map(issuing));
  const rated = invitations.filter(() => random() < 0.7);
  await loadAnswers(
    host,
    survey,
    rated.map(({ unit, day, hash }) => ({
      answers: randomAnswers(survey, random, random() < 0.2 ? 0.25 : 0.75),
      day,
      unit,
      channel: 'qr' as const,
      invitation: hash,
    })),
  );
}
