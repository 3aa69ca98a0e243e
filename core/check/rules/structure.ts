// S1: six titles, exact and in order, none twice; five parts of section one; the columns of 2021. What could not be found
// in a damaged file is not said to be missing from the report.
import { sectionTitles } from '../form.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { isExactTitle, partNames } from '../sections.ts';

const numerals = '一二三四五六';

function titles({ narrative }: Report): Found[] {
  const { sections } = narrative;
  const found: Found[] = [];
  const firsts = sections.filter((section, i) => sections.findIndex(({ number }) => number === section.number) === i);
  // A file that ends two or more sections early was cut off: its silence is not the report's.
  const last = Math.max(0, ...firsts.map(({ number }) => number));
  const severity = firsts.length < 3 || last < 5 ? 'unverifiable' : 'medium';
  for (const [i, title] of sectionTitles.entries()) {
    const section = firsts.find(({ number }) => number === i + 1);
    if (!section)
      found.push({ severity, message: { key: 'title-missing', values: { title } }, quote: '', place: null });
    else if (!isExactTitle(section)) {
      found.push({
        severity: 'low',
        message: { key: 'title-wording', values: { title } },
        repairs: [{ key: 'repair-text', values: { from: section.title, to: title.slice(2) } }],
        quote: `${section.numeral}${section.numeral ? '、' : ''}${section.title}`,
        place: section.place,
      });
    } else if (section.numeral !== '' && section.numeral !== numerals[i]) {
      found.push({
        severity: 'low',
        message: { key: 'title-number', values: { title } },
        quote: `${section.numeral}、${section.title}`,
        place: section.place,
      });
    }
  }
  for (const [i, section] of firsts.entries()) {
    const next = firsts[i + 1];
    if (next && next.number < section.number)
      found.push({
        severity: 'medium',
        message: { key: 'title-order', values: { title: next.title, before: section.title } },
        quote: next.title,
        place: next.place,
      });
  }
  for (const section of sections) {
    const earlier = sections.find(({ number }) => number === section.number);
    if (earlier !== section && section.numeral !== '')
      found.push({
        severity: 'medium',
        message: { key: 'title-twice', values: { title: section.title } },
        quote: section.title,
        place: section.place,
      });
  }
  return found;
}

const keyword: Record<(typeof partNames)[number], RegExp> = {
  主动公开: /主动公开|公开.{0,6}信息/,
  依申请公开: /依申请|申请/,
  政府信息管理: /信息.{0,6}管理|审查|审核/,
  政府信息公开平台建设: /平台|网站|公众号|载体/,
  监督保障: /监督|考核|培训|保障/,
};

function parts({ narrative }: Report): Found[] {
  const section = narrative.sections.find(({ number }) => number === 1);
  if (!section || !narrative.sections.some(({ number }) => number > 1)) return [];
  const text = narrative.sentences
    .filter((sentence) => sentence.section === 1)
    .map((sentence) => sentence.text)
    .join('');
  if (text.length < 80) return [];
  const named = new Set(narrative.parts.map(({ name }) => name));
  const missing = partNames.filter((name) => !named.has(name));
  const found = missing.flatMap((name): Found[] => {
    // Without sub-headings a part can only be missed if nothing speaks of it.
    const strict = named.size >= 3;
    if (!strict && keyword[name].test(text)) return [];
    return [
      {
        severity: strict ? 'medium' : 'low',
        message: { key: 'part-missing', values: { part: name } },
        quote: section.title,
        place: section.place,
      },
    ];
  });
  const twice = narrative.parts.filter(
    (part, i) =>
      narrative.parts.findIndex((other) => other.title === part.title && other.numbered) < i && part.numbered,
  );
  return [
    ...found,
    ...twice.map(
      (part): Found => ({
        severity: 'medium',
        message: { key: 'title-twice', values: { title: part.title } },
        quote: part.title,
        place: part.place,
      }),
    ),
  ];
}

function form(report: Report): Found[] {
  const { tables, narrative } = report;
  const found: Found[] = [];
  if (tables.form === '2019' && (narrative.year ?? 2021) >= 2021) {
    found.push({
      severity: 'high',
      message: { key: 'form-2019' },
      repairs: [{ key: 'repair-form' }],
      quote: '',
      place: tables.cells['A1.rules.valid']?.place ?? tables.cells['r3_6.tot']?.place ?? null,
    });
  }
  return [...found, ...lostTables(report)];
}

const tableNames = [
  ['A', '二'],
  ['B', '三'],
  ['C', '四'],
] as const;

/** Where none is there, as in a report whose tables are pictures, that is one thing to say and not three. */
function lostTables({ tables }: Report): Found[] {
  const lost = tableNames.filter(([id]) => !tables.found[id]);
  const unverifiable = (message: Found['message']): Found => ({
    severity: 'unverifiable',
    message,
    quote: '',
    place: null,
  });
  if (lost.length === tableNames.length) return [unverifiable({ key: 'tables-not-found' })];
  return lost.map(([, table]) => unverifiable({ key: 'table-not-found', values: { table } }));
}

/** Nothing of a report is there: a notice, a draft of something else. One answer, not one for each thing it lacks. */
const isNoReport = ({ tables, narrative }: Report): boolean =>
  !tables.found.A &&
  !tables.found.B &&
  !tables.found.C &&
  narrative.title === undefined &&
  narrative.sections.length === 0;

export const structure: Rule = {
  id: 'S1',
  needs: [],
  check: (report) =>
    isNoReport(report)
      ? [{ severity: 'unverifiable', message: { key: 'no-report' }, quote: '', place: null }]
      : [...form(report), ...titles(report), ...parts(report)],
};
