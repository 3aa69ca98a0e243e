// `pingyi invite`: one invitation to rate one handled request, for offices whose case system calls commands. The link is
// printed once; the token in it is stored nowhere.

import { parseArgs } from 'node:util';
import { Refusal } from '#core/problem.ts';
import { issueInvitations } from '#worker/actions/issue-invitations.ts';
import { allSurveys, allUnits } from '#worker/store/surveys.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

const options = {
  unit: { type: 'string' },
  outcome: { type: 'string' },
  month: { type: 'string' },
  tail: { type: 'string' },
  survey: { type: 'string' },
  origin: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const invite: Command = {
  usage: `pingyi invite --unit UNIT --outcome r3_1 --month 2026-05 --tail 0417 [--survey CODE]
              [--origin https://www.example.gov.cn] [--json]`,
  async run(host, args, { out }) {
    const { unit, outcome, month, tail, survey, origin = '', json } = read(args);
    if (!unit || !outcome || !month || !tail) throw new WrongUsage();
    const [surveys, units] = await Promise.all([allSurveys(host.db), allUnits(host.db)]);
    const today = host.today();
    const running = surveys.filter(
      ({ kind, opens, closes }) => kind === 'request' && opens <= today && today <= closes,
    );
    const record = survey ? surveys.find(({ code }) => code === survey) : running.at(-1);
    if (!record) throw new Refusal('missing', 'no-survey');
    const cells = [unit, outcome, month, tail].map((cell) => `"${cell.replace(/"/g, '""')}"`);
    const { issued, expires } = await issueInvitations(host, record, units, 'command', cells.join(','));
    const [invitation] = issued;
    const link = invitation ? `${origin}${host.settings.basePath}/i/${invitation.token}` : null;
    out(
      json
        ? asJson({ ok: link !== null, link, expires })
        : `${link ?? 'This case was invited before: its link still works.'}\n`,
    );
    return link ? 0 : 1;
  },
};

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new WrongUsage();
  }
}
