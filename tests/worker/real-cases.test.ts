// Results that real offices published, replayed: answers with the same counts are stored through the real rows, and what
// every file prints is what the office should have printed. What it did print stands in the name of each case.
import { expect, test } from 'vitest';
import type { Answers } from '#core/answers.ts';
import { generalSurvey } from '#core/model/general.ts';
import { fiveLevels } from '#core/model/scales.ts';
import { paragraph } from '#core/paragraph.ts';
import type { Summary, SurveyEvaluation } from '#core/report.ts';
import { reportTables } from '#core/report-tables.ts';
import { wholeCounty } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import { type LoadedAnswer, loadAnswers } from '#tests/world/load.ts';
import { townships } from '#tests/world/world.ts';
import { reportFile } from '#worker/export/file.ts';
import { makeHost } from '#worker/host.ts';
import { summaryOf } from '#worker/reports.ts';
import { allSurveys, publishing, type Unit } from '#worker/store/surveys.ts';
import { database, settings } from './door.ts';
import { readCsv, readDocx, readMarkdown, readXlsx } from './reading.ts';

const levels = fiveLevels.levels.map(({ code }) => code);

/** The level of the i-th person when the counts are dealt in order. */
function dealt(counts: readonly number[], i: number): string {
  let before = 0;
  const level = counts.findIndex((n) => {
    before += n;
    return i < before;
  });
  const code = levels[level];
  if (!code) throw new Error(`${i} is beyond ${counts.join('/')}`);
  return code;
}

const people = (n: number, answers: (i: number) => Answers, rest: (i: number) => Partial<LoadedAnswer> = () => ({})) =>
  Array.from({ length: n }, (_, i): LoadedAnswer => ({ answers: answers(i), day: '2022-06-15', ...rest(i) }));

interface Case {
  readonly survey?: Survey;
  readonly units?: readonly Unit[];
  readonly answers: readonly LoadedAnswer[];
}

let cases = 0;

/** Publishes a survey of its own, stores the answers, and makes the summary of its year from the database. */
async function replay({ survey = generalSurvey('case', townships), units = [], answers }: Case) {
  const host = makeHost(database(), settings, { now: () => Date.parse('2023-01-10T09:00:00+08:00') });
  cases += 1;
  const own: Survey = { ...survey, code: `case-${cases}` };
  const window = { opens: '2022-01-01', closes: '2022-12-31', graceDays: 7 };
  await host.db.commit(publishing(own, window, '2022-01-01'));
  await loadAnswers(host, own, answers);
  const surveys = (await allSurveys(host.db)).filter(({ code }) => code === own.code);
  const summary = await summaryOf(host, { surveys, units }, 2022);
  const [evaluation] = summary.evaluations;
  if (!evaluation) throw new Error('the case is not in the summary');
  return { summary, evaluation, files: await readFiles(summary) };
}

/** Cells of one row, as each file prints them: by table, row and column. */
type Reader = (table: string, row: string, column: string) => string;

async function readFiles(summary: Summary): Promise<{ readers: Record<string, Reader>; texts: string[] }> {
  const tables = reportTables(summary, 'zh-CN');
  const find = (table: string, row: string, column: string) => {
    const t = tables.findIndex(({ id }) => id.endsWith(`.${table}`));
    const r = tables[t]?.rows.findIndex(({ id }) => id === row) ?? -1;
    const c = tables[t]?.columns.findIndex(({ id }) => id === column) ?? -1;
    if (t < 0 || r < 0 || c < 0) throw new Error(`no cell ${table} ${row} ${column}`);
    return { t, r, c };
  };
  const [docx, xlsx, csv, md, json] = await Promise.all(
    (['docx', 'xlsx', 'csv', 'md', 'json'] as const).map((format) => reportFile(summary, format, 'zh-CN')),
  );
  const utf8 = (bytes?: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const word = readDocx(docx ?? new Uint8Array()).tables.map(({ rows }) => rows.filter(({ length }) => length > 1));
  const { sheets } = readXlsx(xlsx ?? new Uint8Array());
  const lines = readCsv(utf8(csv));
  const markdown = readMarkdown(utf8(md)).map((rows) => rows.slice(1).filter(([label]) => !label?.startsWith('**')));
  return {
    texts: [JSON.stringify(word), JSON.stringify(sheets), utf8(csv), utf8(md), utf8(json)],
    readers: {
      docx: (...at) => {
        const { t, r, c } = find(...at);
        return word[t]?.[r]?.[c + 1] ?? '';
      },
      md: (...at) => {
        const { t, r, c } = find(...at);
        return markdown[t]?.[r]?.[c + 1] ?? '';
      },
      xlsx: (...at) => {
        const { t, r, c } = find(...at);
        const columns = tables[t]?.columns.length ?? 0;
        const { text, value = 0, format } = sheets[t]?.rows[r + 1]?.at(c - columns) ?? {};
        if (text !== undefined) return text;
        return format === '0.0%' ? `${(value * 100).toFixed(1)}%` : String(value);
      },
      csv: (table, row, column) => {
        const line = lines.find((l) => l[2]?.endsWith(`.${table}`) && l[3] === row && l[6] === column);
        const [value = '', unit, note = ''] = line?.slice(8) ?? [];
        if (note) return note;
        return unit === '%' ? `${Number(value).toFixed(1)}%` : value;
      },
    },
  };
}

type Files = Awaited<ReturnType<typeof readFiles>>;

/** What DOCX, XLSX, CSV and Markdown print, which must be one and the same. */
function printed({ readers }: Files, table: string, row: string, ...columns: string[]): string[] {
  const [first = [], ...others] = Object.values(readers).map((read) =>
    columns.map((column) => read(table, row, column)),
  );
  for (const other of others) expect(other).toEqual(first);
  return first;
}

const question = ({ questions }: SurveyEvaluation, code: string) => {
  const found = questions.find((each) => each.code === code);
  if (!found) throw new Error(`no question ${code}`);
  return found;
};

/** No figure of the tables is a percentage; the words of the method may speak of them. */
function expectNoPercentages({ texts }: Files, evaluation: SurveyEvaluation, summary: Summary): void {
  expect(JSON.stringify(evaluation)).not.toMatch(/"percent":\d/);
  expect(texts[1]).not.toContain('0.0%');
  expect(texts[2]).not.toMatch(/,[\d.]+,%,/);
  expect(paragraph(summary, 'zh-CN')).not.toContain('%');
}

test('a district, 2022: 40 units, 4,480 valid answers on five levels', async () => {
  const units = Array.from({ length: 40 }, (_, i): Unit => {
    const code = `unit-${i + 1}`;
    return { code, name: { 'zh-CN': `第${i + 1}单位`, en: `Unit ${i + 1}` } };
  });
  const published: Record<string, readonly number[]> = {
    G00: [3955, 475, 50, 0, 0],
    G01: [4010, 420, 41, 0, 9],
    G02: [4010, 420, 41, 0, 9],
    G11: [4010, 420, 41, 0, 9],
    G06: [3965, 455, 60, 0, 0],
  };
  const { files, evaluation } = await replay({
    units,
    answers: people(
      4480,
      (i) => Object.fromEntries(Object.entries(published).map(([code, counts]) => [code, dealt(counts, i)])),
      (i) => ({ unit: units[i % 40]?.code ?? wholeCounty }),
    ),
  });
  const rates = (code: string) => printed(files, 'rates', code, 'valid', 'strictRate', 'wideRate');
  expect(rates('G00')).toEqual(['4480', '98.9%', '100.0%']);
  for (const code of ['G01', 'G02', 'G11']) expect(rates(code)).toEqual(['4480', '98.9%', '99.8%']);
  expect(rates('G06')).toEqual(['4480', '98.7%', '100.0%']);
  for (const [code, counts] of Object.entries(published))
    expect(printed(files, 'levels', code, ...levels)).toEqual(counts.map(String));
  expect(question(evaluation, 'G01').rating).toMatchObject({
    valid: 4480,
    strict: { percent: 98.9 },
    wide: { percent: 99.8 },
  });
}, 60_000);

test('a county, 2023: 60 answers, 251 votes, one option with 58, published as 23.11 %', async () => {
  const votes = [58, 50, 48, 45, 30, 20];
  const survey = generalSurvey('case', townships);
  const channelsAsked: Survey = {
    ...survey,
    questions: [
      ...survey.questions,
      {
        code: 'CH',
        dimension: 'FOI',
        kind: 'choices',
        words: { 'zh-CN': '您知道哪些申请渠道？', en: 'Which request channels do you know?' },
        options: votes.map((_, i) => ({ code: `c${i}`, words: { 'zh-CN': `渠道${i + 1}`, en: `channel ${i + 1}` } })),
      },
    ],
  };
  // Each option is taken by as many neighbours round the table as it has votes, so that nobody is left without one.
  const chosen = (i: number) => votes.flatMap((n, option) => ((i + option * 10) % 60 < n ? [`c${option}`] : []));
  const { files, evaluation } = await replay({
    survey: channelsAsked,
    answers: people(60, (i) => ({ G00: 's4', CH: chosen(i) })),
  });
  const cells = question(evaluation, 'CH').cells;
  expect(cells.reduce((sum, { share }) => sum + (share?.n ?? 0), 0)).toBe(251);
  expect(printed(files, 'options', 'CH=c0', 'people', 'base', 'share')).toEqual(['58', '60', '96.7%']);
  for (const text of files.texts) expect(text).not.toMatch(/23\.1/);
});

test('a county office, 2022: answers from 5 people, 4 of one kind, published as 80.00 %', async () => {
  const { files, evaluation, summary } = await replay({
    units: townships.map(({ code, words }) => ({ code, name: words })),
    answers: people(5, (i) => ({
      G00: i < 4 ? 's5' : 's3',
      B1: i < 4 ? 'public' : 'student',
      B2: 'a36',
      B3: 'qingshi',
    })),
  });
  expect(printed(files, 'reconciliation', 'received', 'n')).toEqual(['5']);
  expect(printed(files, 'levels', 'G00', ...levels)).toEqual(['4', '0', '1', '0', '0']);
  expect(printed(files, 'rates', 'G00', 'strict', 'strictRate')).toEqual(['4', '基数不足30']);
  expectNoPercentages(files, evaluation, summary);
  expect(evaluation).toMatchObject({ units: [], channels: [] });
  expect(evaluation.questions.filter(({ dimension }) => dimension === 'WHO').flatMap(({ cells }) => cells)).toEqual([]);
  expect(paragraph(summary, 'zh-CN')).toContain('不足30份，基数过小，不公布满意率');
});

test('a city, 2023: 33 answers, where percentages were nudged to sum to 100', async () => {
  const counts = [5, 5, 5, 5, 5, 4, 4];
  const codes = counts.flatMap((n, option) => Array<string>(n).fill(`a${option}`));
  const survey = generalSurvey('case', townships);
  const { files } = await replay({
    survey: {
      ...survey,
      questions: [
        ...survey.questions,
        {
          code: 'AR',
          dimension: 'NEED',
          kind: 'choice',
          words: { 'zh-CN': '最关心的领域', en: 'The area you care for most' },
          options: counts.map((_, i) => ({ code: `a${i}`, words: { 'zh-CN': `领域${i + 1}`, en: `area ${i + 1}` } })),
        },
      ],
    },
    answers: people(33, (i) => ({ G00: 's4', AR: codes[i] ?? 'a0' })),
  });
  const row = (option: number) => printed(files, 'options', `AR=a${option}`, 'people', 'base', 'share');
  expect(row(0)).toEqual(['5', '33', '15.2%']);
  expect(row(6)).toEqual(['4', '33', '12.1%']);
  const [, ...others] = files.texts;
  for (const text of others) expect(text).toContain('因四舍五入合计可能不等于100%');
});

test('an office, 2024: 8 answers, published as steps of 12.5 %, are counts', async () => {
  const { files, evaluation, summary } = await replay({ answers: people(8, (i) => ({ G00: dealt([5, 2, 1], i) })) });
  expect(printed(files, 'levels', 'G00', ...levels, 'valid')).toEqual(['5', '2', '1', '0', '0', '8']);
  expectNoPercentages(files, evaluation, summary);
  for (const text of files.texts) expect(text).not.toContain('12.5');
});

test('a town: 35 answers, published as 100 % without a formula, have both rates, formula and base', async () => {
  const { files, summary } = await replay({ answers: people(35, (i) => ({ G00: dealt([20, 10, 5], i) })) });
  expect(printed(files, 'rates', 'G00', 'valid', 'strict', 'strictRate', 'wide', 'wideRate')).toEqual([
    '35',
    '30',
    '85.7%',
    '35',
    '100.0%',
  ]);
  expect(paragraph(summary, 'zh-CN')).toContain(
    '总体评价有效35份：严格口径满意率为85.7%（30份，公式为（非常满意＋满意）÷有效评价），宽口径满意率为100.0%（35份，公式为（非常满意＋满意＋基本满意）÷有效评价）。',
  );
});

test('a bulletin that does it right: 553 received, 497 valid, 56 not, with the reason for each', async () => {
  const { files, evaluation, summary } = await replay({
    answers: people(
      553,
      (i) => ({ G00: i % 100 === 0 ? 's2' : 's4' }),
      (i) => ({ quarantine: i < 36, test: i >= 36 && i < 56 }),
    ),
  });
  const line = ['received', 'valid', 'excluded', 'excluded.quarantine', 'excluded.test'];
  expect(line.map((row) => printed(files, 'reconciliation', row, 'n')[0])).toEqual(['553', '497', '56', '36', '20']);
  expect(evaluation.reconciliation).toEqual({
    received: 553,
    valid: 497,
    excluded: [
      { reason: 'quarantine', n: 36 },
      { reason: 'test', n: 20 },
    ],
  });
  expect(paragraph(summary, 'zh-CN')).toContain('收到答卷553份，其中有效497份，剔除存疑待核36份、测试20份。');
});
