// Adding a unit (a department or township that can be rated), or mending its name. Its code is what answers are counted
// under, so it never changes and no unit goes: an old answer would point at nothing.
import { inEveryLang, type Lang } from '#core/lang.ts';
import { Problems, problem } from '#core/problem.ts';
import { wholeCounty } from '#core/submission.ts';
import type { Host } from '../host.ts';
import { addingUnit, allUnits, renamingUnit } from '../store/surveys.ts';
import { commitAudited } from './commit-audited.ts';

const codePattern = /^[a-z][a-z0-9-]{0,31}$/;
const nameCharsMax = 40;

export async function setUnit(
  host: Host,
  code: string,
  names: Partial<Record<Lang, string>> & { readonly 'zh-CN': string },
): Promise<'added' | 'renamed' | 'unchanged'> {
  const name = inEveryLang(names);
  const problems = [
    ...(codePattern.test(code) && code !== wholeCounty ? [] : [problem('unit', 'bad-value')]),
    ...(Object.values(name).every((words) => words.trim() !== '' && words.length <= nameCharsMax)
      ? []
      : [problem('name', 'bad-value')]),
  ];
  if (problems.length > 0) throw new Problems(problems);
  const units = await allUnits(host.db);
  const present = units.find((unit) => unit.code === code);
  if (present && JSON.stringify(present.name) === JSON.stringify(name)) return 'unchanged';
  await commitAudited(host, { actor: 'command', action: 'unit.set', object: code, detail: { name: name['zh-CN'] } }, [
    present ? renamingUnit({ code, name }) : addingUnit({ code, name }, units.length),
  ]);
  return present ? 'renamed' : 'added';
}
