// `pingyi verify-audit`: follows the whole chain of what staff did. An end noted earlier (`--seen`, as this command and the
// audit page print it) also shows a chain that was cut short or written anew.

import { parseArgs } from 'node:util';
import { followAudit } from '#worker/audit.ts';
import { hashAt } from '#worker/store/audit.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

const options = { seen: { type: 'string' }, json: { type: 'boolean' } } as const;

export const verifyAudit: Command = {
  usage: 'pingyi verify-audit [--seen SEQ:HASH] [--json]',
  async run(host, args, { out }) {
    const { seen, json } = read(args);
    const [seq = '', hash = ''] = (seen ?? '').split(':');
    if (seen !== undefined && !(/^\d+$/.test(seq) && /^[0-9a-f]{64}$/.test(hash))) throw new WrongUsage();
    const chain = await followAudit(host.db);
    const changed = seen !== undefined && (await hashAt(host.db, Number(seq))) !== hash;
    const whole = !('fault' in chain);
    const text = whole
      ? `Whole from 1 to ${chain.seq}. End: ${chain.seq}:${chain.hash}`
      : `Broken at ${chain.seq}: ${chain.fault}.`;
    const end = changed ? `Entry ${seq} is not the one that was seen: the audit was cut or written anew.\n` : '';
    out(json ? asJson({ ok: whole && !changed, ...chain, ...(seen ? { seen: !changed } : {}) }) : `${text}\n${end}`);
    return whole && !changed ? 0 : 1;
  },
};

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new WrongUsage();
  }
}
