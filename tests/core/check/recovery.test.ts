// Tables come back whole from every layout, and where a file destroyed them nobody is blamed.
import { expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';
import { readDocument } from '#core/check/read.ts';
import { lastIsSum, readingsOf } from '#core/check/readings.ts';
import { recoverTables } from '#core/check/recover-tables.ts';
import { makeFacts } from '#tests/corpus/facts.ts';
import { formTitles, type LayoutName, layouts, shownOf } from '#tests/corpus/render.ts';
import { styles } from '#tests/corpus/styles.ts';

const county = { kind: 'county', area: '云岭县', name: '云岭县' } as const;
const facts = makeFacts(county, 2024, 7, 37);
const draft = { writing: styles.countyFormal(facts), shown: shownOf(facts.cells), titles: formTitles };
const recovered = (name: LayoutName) => recoverTables(readDocument(layouts[name].write(draft), layouts[name].format));

for (const name of Object.keys(layouts) as LayoutName[]) {
  if (name === 'fused') continue;
  test(`all 200 cells come back from ${name}`, () => {
    const { cells, form } = recovered(name);
    expect(form).toBe('2021');
    const values = Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cell.value]));
    expect(values).toEqual(facts.cells);
    expect(Object.keys(values)).toHaveLength(200);
  });
}

test('figures run together come back where only one reading fits, else stay unreadable', () => {
  const { cells } = recovered('fused');
  for (const [id, cell] of Object.entries(cells)) {
    if (cell.state === 'read' && !id.startsWith('A')) expect([id, cell.value]).toEqual([id, facts.cells[id]]);
  }
  const { findings } = checkReport(layouts.fused.write(draft));
  expect(findings.filter(({ severity }) => severity === 'high')).toEqual([]);
});

test('a row of digits is cut only where one way alone fits its sum', () => {
  expect(readingsOf(['5000005'], 7, lastIsSum)).toEqual([[5, 0, 0, 0, 0, 0, 5]]);
  expect(readingsOf(['12', '0', '0', '0', '0', '0', '1', '2'], 7, lastIsSum)).toEqual([[12, 0, 0, 0, 0, 0, 12]]);
  expect(readingsOf(['0', '0', '0', '3', '0', '0', '0', '0'], 7, lastIsSum)).toEqual([[0, 0, 0, 0, 0, 0, 0]]);
  expect(readingsOf(['1111112'], 7, lastIsSum)).toEqual([]);
});

test('a torn row is reported as unreadable with what the sums imply', () => {
  const text = layouts.tabs.write(draft);
  const row = text.split('\n').find((line) => line.includes('上年结转政府信息公开')) ?? '';
  const label = row.split('\t')[0] ?? '';
  const { findings } = checkReport(text.replace(row, `${label} ?? ??`));
  const torn = findings.find(({ severity, quote }) => severity === 'unverifiable' && quote.includes('上年结转'));
  expect(torn?.message).toContain(`总计＝${facts.cells['r2.tot']}`);
  expect(findings.filter(({ severity }) => severity === 'high')).toEqual([]);
});

test('a cell the author left empty is the author’s; one the file lost is not', () => {
  const shown = { ...draft.shown, 'r3_3_1.np': '' };
  const inHtml = checkReport(layouts.html.write({ ...draft, shown })).findings.filter(({ rule }) => rule === 'B5');
  expect(inHtml.map(({ severity }) => severity)).toEqual(['high']);
  const inRows = checkReport(layouts.cells.write({ ...draft, shown })).findings;
  expect(inRows.filter(({ severity }) => severity === 'high')).toEqual([]);
});

test('a place leads back to the words it quotes', () => {
  const facts2 = makeFacts(county, 2024, 8, 30);
  facts2.said.received += 4;
  const source = layouts.wide.write({ ...draft, writing: styles.countyFormal(facts2), shown: shownOf(facts2.cells) });
  const document = readDocument(source, 'text');
  const finding = checkReport(document).findings.find(({ rule }) => rule === 'X1');
  const block = document.blocks[finding?.place?.block ?? -1];
  expect(
    block && block.kind !== 'table' && finding?.place && block.text.slice(finding.place.start, finding.place.end),
  ).toBe(finding?.quote);
  expect(source).toContain(finding?.quote);
});

test('the form of 2019 is told apart', () => {
  const text = layouts.tabs
    .write(draft)
    .replaceAll('本年制发件数', '本年新制作数量')
    .replaceAll('现行有效件数', '对外公开总数量');
  const found = checkReport(text);
  expect(found.tables.form).toBe('2019');
  expect(found.findings.some(({ rule, severity }) => rule === 'S1' && severity === 'high')).toBe(true);
});

test('a page laid out in tables reads as the same page without', () => {
  const plain = layouts.html.write(draft);
  const framed = plain
    .replace('<body>', '<body><table><tr><td>导航</td><td>')
    .replace('</body>', '</td></tr></table></body>');
  const rules = (source: string) => checkReport(source).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  expect(rules(framed)).toEqual(rules(plain));
  const boxed = '<table><tr><td><p>一、总体情况</p><p>本年</p></td></tr></table>';
  expect(readDocument(boxed, 'html').blocks).toHaveLength(2);
  expect(recoverTables(readDocument(framed, 'html')).cells['r1.tot']?.value).toBe(facts.cells['r1.tot']);
});

test('words Word writes twice are read once', () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const xml = `<w:document><w:body><w:p><w:moveFrom w:id="1">${run('旧处')}</w:moveFrom>${run('新处')}<w:moveFromRangeStart/>
    <mc:AlternateContent><mc:Choice>${run('框')}</mc:Choice><mc:Fallback>${run('框')}</mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>`;
  expect(readDocument(xml, 'docx').blocks.map((block) => (block.kind === 'table' ? '' : block.text))).toEqual([
    '新处框',
  ]);
});
