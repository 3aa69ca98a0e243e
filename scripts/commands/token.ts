// `pingyi token …`: the API tokens. One that is made is printed once and is stored nowhere.

import { parseArgs } from 'node:util';
import { isTokenLive } from '#core/api-token.ts';
import { issueToken, revokeToken } from '#worker/actions/issue-token.ts';
import type { Host } from '#worker/host.ts';
import { allApiTokens } from '#worker/store/api-tokens.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

const options = {
  scope: { type: 'string', multiple: true },
  unit: { type: 'string' },
  expires: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const token: Command = {
  usage: `pingyi token add NAME --scope results.read|reports.read|invitations.issue … [--unit UNIT] [--expires DAY] [--json]
pingyi token revoke ID [--json]
pingyi token list [--json]`,
  async run(host, args, { out }) {
    const { values, positionals } = read(args);
    const [deed = '', of, ...rest] = positionals;
    if (rest.length > 0 || (of === undefined) !== (deed === 'list')) throw new WrongUsage();
    const { json = false, scope: scopes = [], unit = null, expires = '' } = values;
    const show = (value: unknown, text: string) => out(json ? asJson(value) : `${text}\n`);
    if (deed === 'list') await list(host, show);
    else if (deed === 'add') {
      const made = await issueToken(host, 'command', { name: of ?? '', scopes, unit, expires });
      show({ ok: true, ...made.issued, token: made.token }, `${made.token}\nIt is shown only now.`);
    } else if (deed === 'revoke') {
      await revokeToken(host, 'command', of ?? '');
      show({ ok: true, id: of }, `${of}: revoked.`);
    } else throw new WrongUsage();
    return 0;
  },
};

async function list(host: Host, show: (value: unknown, text: string) => unknown): Promise<void> {
  const all = await allApiTokens(host.db);
  const line = (each: (typeof all)[number]) =>
    [
      each.id,
      each.name,
      each.scopes.join(','),
      each.unit ?? 'whole county',
      isTokenLive(each, host.today()) ? 'works' : 'does not work',
      `last used ${each.seen ?? 'never'}`,
    ].join('\t');
  show(all, all.length > 0 ? all.map(line).join('\n') : 'There is no token yet.');
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}
