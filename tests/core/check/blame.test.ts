// Nobody is blamed for what a file lost: a right report, damaged as extraction damages it, has no finding of high
// severity in any layout, though it may have much that cannot be verified.
import { expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';
import { build } from '#tests/corpus/build.ts';
import { tunedCases } from '#tests/corpus/cases.ts';
import { randomFrom } from '#tests/corpus/facts.ts';
import { heldOutCases, secondCases, untouchedCases } from '#tests/corpus/held-out.ts';
import type { LayoutName } from '#tests/corpus/render.ts';

const right = [...tunedCases, ...heldOutCases, ...secondCases, ...untouchedCases].filter(
  ({ plants, form2019 }) => plants.length === 0 && !form2019,
);

const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
const pageBreak = ['某县人民政府办公室', '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计', '- 4 -'];

const damage: Record<string, (text: string, random: (below: number) => number) => string> = {
  'its figures torn apart': (text, random) =>
    text.replace(/(?<![\d年.])(\d)(\d{1,2})(?=[ \t]|$)/gm, (whole, a, b) => (random(3) === 0 ? `${a} ${b}` : whole)),
  'a page break in the table': (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('三安全一稳定'));
    return [...lines.slice(0, at), ...pageBreak, ...lines.slice(at)].join('\n');
  },
  'full-width figures': (text) => text.replace(/\d/g, wide),
  'blanks inside words': (text, random) =>
    text.replace(/[\u4e00-\u9fff]/g, (char) => (random(8) === 0 ? `${char} ` : char)),
  'words broken over lines': (text, random) =>
    text.replace(/[\u4e00-\u9fff]/g, (char) => (random(40) === 0 ? `${char}\n` : char)),
  'a label lost': (text) => text.replace('补正后申请内容仍不明确', ''),
  'a row lost': (text) => text.replace(/.*重复申请.*\n/, ''),
  'a head lost': (text) => text.replace('总计', ''),
  'zeros read as letters': (text) => text.replace(/(?<=[ \t>])0(?=[ \t<])/g, 'O'),
  'its end cut off': (text) => text.slice(0, text.indexOf('行政查询事项')),
  'its beginning cut off': (text) => text.slice(text.indexOf('第二十条')),
};

const layouts: readonly LayoutName[] = ['pdf', 'tabs', 'wide', 'pipes', 'torn', 'markdown', 'html'];

for (const [name, break_] of Object.entries(damage)) {
  test(`a right report with ${name}`, () => {
    const blamed = right.flatMap((each, i) =>
      layouts.flatMap((layout) => {
        const { text, format } = build({ ...each, layout });
        const broken = break_(text, randomFrom(i));
        const { findings } = checkReport({ text: broken, format });
        return findings
          .filter(({ severity }) => severity === 'high')
          .map(({ rule, quote }) => `${each.name} ${layout}: ${rule} ${quote}`);
      }),
    );
    expect(blamed).toEqual([]);
  });
}
