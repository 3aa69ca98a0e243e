// `pingyi unit …`: the departments and townships that citizens can rate and staff can belong to.

import { parseArgs } from 'node:util';
import { setUnit } from '#worker/actions/set-unit.ts';
import { allUnits } from '#worker/store/surveys.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

export const unit: Command = {
  usage: `pingyi unit set CODE 名称 [--en NAME] [--json]
pingyi unit list [--json]`,
  async run(host, args, { out }) {
    const { values, positionals } = read(args);
    const [deed, code, name, ...rest] = positionals;
    if (deed === 'set' && code !== undefined && name !== undefined && rest.length === 0) {
      const became = await setUnit(host, code, { 'zh-CN': name, ...(values.en ? { en: values.en } : {}) });
      out(values.json ? asJson({ ok: true, became }) : `${code}: ${became}.\n`);
      return 0;
    }
    if (deed !== 'list' || code !== undefined) throw new WrongUsage();
    const units = await allUnits(host.db);
    const lines = units.map((each) => [each.code, ...Object.values(each.name)].join('\t'));
    out(values.json ? asJson(units) : `${lines.length > 0 ? lines.join('\n') : 'There is no unit yet.'}\n`);
    return 0;
  },
};

function read(args: readonly string[]) {
  try {
    const options = { en: { type: 'string' }, json: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}
