// What the check page reads and says: files by their bytes, a name for every rule, and the outcome as text.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';
import { rules } from '#core/check/rules/all.ts';
import { langs } from '#core/lang.ts';
import { wordsFor } from '#core/text.ts';
import { build } from '#tests/corpus/build.ts';
import { tunedCases } from '#tests/corpus/cases.ts';
import { readReportFile } from '#web/islands/report-file.ts';
import { cellsRead, ruleName } from '#web/parts/check-outcome.tsx';
import { checkText } from '#web/parts/check-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file', () => {
  test('is read by its bytes, whatever it is called', () => {
    const xml = '<w:document><w:p><w:t>报告</w:t></w:p></w:document>';
    const word = zipSync({ 'word/document.xml': strToU8(xml), 'word/media/a.png': new Uint8Array(9) });
    expect(readReportFile('报告.txt', word)).toEqual({ source: { text: xml, format: 'docx' } });
    expect(readReportFile('a.md', bytes('# 报告'))).toEqual({ source: { text: '# 报告', format: 'markdown' } });
    expect(readReportFile('a.HTM', bytes('<p>报告'))).toEqual({ source: { text: '<p>报告', format: 'html' } });
    const gb = Uint8Array.from([0xb1, 0xa8, 0xb8, 0xe6]);
    expect(readReportFile('a.txt', gb)).toEqual({ source: { text: '报告' } });
    const utf16 = Uint8Array.from([0xff, 0xfe, 0xa5, 0x62]);
    expect(readReportFile('a.txt', utf16)).toEqual({ source: { text: '报' } });
  });

  test.each([
    ['empty', new Uint8Array()],
    ['empty', bytes(' \n')],
    ['pdf', bytes('%PDF-1.4')],
    ['old-word', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
    ['not-docx', bytes('PK\u0003\u0004 half a file')],
    ['not-docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['not-text', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
    ['not-text', new Uint8Array(200).fill(0xff)],
  ] as const)('that is no report has a reason: %s', (fault, content) => {
    expect(readReportFile('x', content)).toEqual({ fault });
  });
});

test('every rule has a name in every language', () => {
  for (const lang of langs)
    for (const { id } of rules) expect(ruleName(wordsFor(lang).checking, id), `${lang} ${id}`).not.toBe(id);
});

test('the copied text has every finding with its quote and repairs', () => {
  const made = tunedCases
    .filter(({ layout }) => layout === 'html')
    .slice(0, 12)
    .map(build);
  for (const { name, text, format, options } of made) {
    const result = checkReport({ text, format }, options);
    const said = checkText({ name, result, lastYear: null, organs: 0, words: wordsFor('zh-CN').checking });
    for (const { message, quote, repairs = [] } of result.findings)
      for (const part of [message, quote, ...repairs]) expect(said).toContain(part);
    expect(cellsRead(result.tables, 'C')).toEqual({ n: 15, of: 15 });
  }
});
