// From a line of the corpus to a file, its last year, and what must be found in it.
import type { CheckOptions } from '#core/check/check-report.ts';
import type { Case } from './cases.ts';
import { type Facts, makeFacts } from './facts.ts';
import { asForm2019, type MutableDraft, type Plant, plants } from './plants.ts';
import { formTitles, type Layout, layouts, shownOf } from './render.ts';

export interface Built {
  readonly name: string;
  readonly text: string;
  readonly format: 'text' | 'markdown' | 'html' | 'docx';
  readonly options: CheckOptions;
  /** Rules that must speak. */
  readonly planted: readonly string[];
  /** Rules that may speak as a consequence. */
  readonly also: readonly string[];
  /** Without borders between figures an error can only be suspected. */
  readonly ruined: boolean;
}

const draftOf = (each: Case, facts: Facts): MutableDraft => ({
  writing: each.style(facts),
  shown: shownOf(facts.cells),
  titles: formTitles,
});

/** A report of the year before whose carry-over and norms agree with this one's. */
function lastYearText(each: Case, facts: Facts, list: readonly Plant[]): string {
  const before = makeFacts(each.organ, each.year - 1, each.seed + 500, Math.max(each.size, 3));
  for (const column of ['np', 'l_com', 'l_res', 'l_pub', 'l_law', 'l_oth', 'tot'])
    before.cells[`r4.${column}`] = facts.cells[`r2.${column}`] ?? 0;
  before.cells['A1.norms.valid'] =
    (facts.cells['A1.norms.valid'] ?? 0) -
    (facts.cells['A1.norms.made'] ?? 0) +
    (facts.cells['A1.norms.repealed'] ?? 0);
  for (const plant of list) plant.lastYear?.(before.cells, before);
  const draft = draftOf(each, before);
  if (!list.some((plant) => plant.copyLastYear)) {
    draft.writing = {
      ...draft.writing,
      five: [
        '一是公开指南没有及时修订；二是村务公开栏内容陈旧。',
        '下一步，一是修订公开指南和目录；二是督促各村按月更换公开栏内容，接受群众监督。',
      ],
    };
  }
  return layouts.html.write(draft);
}

export const build = (each: Case): Built => buildAs(each, layouts[each.layout]);

export function buildAs(each: Case, layout: Layout): Built {
  const list: Plant[] = each.plants.map((name) => plants[name]);
  const facts = makeFacts(each.organ, each.year, each.seed, each.size);
  for (const plant of list) plant.facts?.(facts);
  const draft = draftOf(each, facts);
  for (const plant of list) plant.draft?.(draft, facts);
  const text = layout.write(draft);
  const compares = list.some((plant) => plant.lastYear || plant.copyLastYear);
  const sums = each.plants.includes('aggregate');
  const half = (part: 0 | 1) => {
    const cells = Object.fromEntries(Object.entries(facts.cells).map(([id, value]) => [id, part === 0 ? value : 0]));
    if (part === 1) cells['r1.np'] = 1;
    return layouts.html.write({ ...draftOf(each, facts), shown: shownOf(cells) });
  };
  return {
    name: each.name,
    text: each.form2019 ? asForm2019(text) : text,
    format: layout.format,
    options: {
      ...(compares ? { lastYear: lastYearText(each, facts, list) } : {}),
      ...(sums ? { organs: [half(0), half(1)] } : {}),
    },
    planted: [...new Set([...list.map((plant) => plant.rule), ...(each.form2019 ? ['S1'] : [])])],
    also: [...list.flatMap((plant) => plant.also ?? []), ...(each.form2019 ? ['B5', 'X2', 'A2'] : [])],
    ruined: layout === layouts.fused,
  };
}
