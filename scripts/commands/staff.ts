// `pingyi staff …`: the accounts. The only way to the first one, and the way back in when nobody remembers a password. A
// password is made here and printed once, or read from standard input; never an argument, where others can see it.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Refusal } from '#core/problem.ts';
import { tidyName } from '#core/staff.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { changeRole } from '#worker/actions/change-role.ts';
import { disableStaff, enableStaff } from '#worker/actions/disable-staff.ts';
import { resetPassword } from '#worker/actions/set-password.ts';
import type { Host } from '#worker/host.ts';
import { allStaff, staffNamed } from '#worker/store/staff.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

const usage = `pingyi staff add NAME --role admin|officer|author|viewer [--unit UNIT] [--password-stdin] [--json]
pingyi staff reset NAME [--password-stdin] [--json]
pingyi staff role NAME --role ROLE [--unit UNIT] [--json]
pingyi staff disable NAME [--json]
pingyi staff enable NAME [--json]
pingyi staff list [--json]`;

const options = {
  role: { type: 'string' },
  unit: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const staff: Command = {
  usage,
  async run(host, args, { out }) {
    const { values, positionals } = read(args);
    const [deed = '', name, ...rest] = positionals;
    const { json = false, role, unit = null } = values;
    const show: Show = (value, text) => out(json ? asJson(value) : `${text}\n`);
    if (rest.length > 0 || (name === undefined) !== (deed === 'list')) throw new WrongUsage();
    const password = values['password-stdin'] ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : undefined;
    switch (deed) {
      case 'list':
        await list(host, show);
        return 0;
      case 'add': {
        if (role === undefined) throw new WrongUsage();
        const added = await addStaff(host, 'command', { name: name ?? '', role, unit, password });
        showPassword(show, added.staff.name, password === undefined ? added.password : null);
        return 0;
      }
      case 'reset': {
        const made = await resetPassword(host, 'command', await idOf(host, name ?? ''), password);
        showPassword(show, name ?? '', password === undefined ? made : null);
        return 0;
      }
      case 'role':
        if (role === undefined) throw new WrongUsage();
        await changeRole(host, 'command', await idOf(host, name ?? ''), { role, unit });
        break;
      case 'disable':
        await disableStaff(host, 'command', await idOf(host, name ?? ''));
        break;
      case 'enable':
        await enableStaff(host, 'command', await idOf(host, name ?? ''));
        break;
      default:
        throw new WrongUsage();
    }
    show({ ok: true, name }, `${name}: done.`);
    return 0;
  },
};

type Show = (value: unknown, text: string) => unknown;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}

async function idOf(host: Host, name: string): Promise<string> {
  const found = await staffNamed(host.db, tidyName(name));
  if (!found) throw new Refusal('missing', 'no-staff');
  return found.id;
}

async function list(host: Host, show: Show): Promise<void> {
  const people = await allStaff(host.db);
  const line = ({ name, role, unit, disabled, created }: (typeof people)[number]) =>
    [name, role, unit ?? 'whole county', disabled ? 'disabled' : 'active', created].join('\t');
  show(people, people.length > 0 ? people.map(line).join('\n') : 'There is no account yet.');
}

/** `password` is null when it came from standard input and is known already. */
function showPassword(show: Show, name: string, password: string | null): void {
  const text = password
    ? `${name}: the password is  ${password}\nIt is shown only now. Please have it changed after the first sign-in.`
    : `${name}: the password is set.`;
  show({ ok: true, name, ...(password ? { password } : {}) }, text);
}
