// GB/T 9704-2012, the layout of official documents, as far as a report needs it: paper, grid, fonts, sizes, levels and
// page number. Fonts are only named; `altName` says what stands in where a licensed font is missing.
import {
  AlignmentType,
  Footer,
  type IPropertiesOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

/** Twips (twentieths of a point) for millimetres. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** 版心: 156 mm of the paper's 210. */
export const textWidth = twips(156);

/**
 * 22 lines on 225 mm and 28 characters on 156 mm: lines of exactly 28.95 pt, characters of 16 pt a quarter of a point
 * closer. Not by Word's document grid, which would stretch the lines of tables too.
 */
const lineTwips = 579;
const characterTwips = -5;

const western = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: western, hAnsi: western, cs: western, eastAsia });
const fonts = {
  body: font('仿宋_GB2312'),
  title: font('方正小标宋简体'),
  level1: font('黑体'),
  level2: font('楷体_GB2312'),
  table: font('宋体'),
};

/** Sizes in half-points: 二号 22 pt, 三号 16, 四号 14, 五号 10.5, 小五 9. */
const sizes = { title: 44, body: 32, page: 28, table: 21, tableSmall: 18 };

const exact = { line: lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const firstLine = { firstLine: sizes.body * 20, firstLineChars: 200 };
const black = '000000';

const tableText = (id: string, name: string, size: number) => ({
  id,
  name,
  basedOn: 'Normal',
  run: { font: fonts.table, size },
  paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 40, after: 40 } },
});

/** 五号; 小五 where there are many columns. */
export const tableStyles = {
  normal: tableText('TableText', 'Table Text', sizes.table),
  small: tableText('TableTextSmall', 'Table Text Small', sizes.tableSmall),
};

export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: { run: { font: fonts.body, size: sizes.body, color: black }, paragraph: { spacing: exact } },
    title: {
      run: { font: fonts.title, size: sizes.title, color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact, line: 700, after: lineTwips } },
    },
    heading1: {
      run: { font: fonts.level1, size: sizes.body, color: black, bold: false },
      paragraph: { indent: firstLine, spacing: { ...exact, before: 160, after: 80 }, keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: { font: fonts.level2, size: sizes.body, color: black, bold: false },
      paragraph: { indent: firstLine, spacing: { ...exact, before: 120, after: 80 }, keepNext: true, outlineLevel: 1 },
    },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing: characterTwips },
      paragraph: { indent: firstLine, alignment: AlignmentType.JUSTIFIED },
    },
    tableStyles.normal,
    tableStyles.small,
  ],
};

export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: twips(210), height: twips(297) },
    margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), footer: twips(25) },
  },
};

const pageNumber = (alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer => {
  const run = { font: fonts.table, size: sizes.page };
  const character = sizes.page * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.LEFT ? { left: character } : { right: character },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
};

/** 四号 between dashes: right on odd pages, left on even ones, one character in. */
export const pageNumbers = () => ({
  default: pageNumber(AlignmentType.RIGHT),
  even: pageNumber(AlignmentType.LEFT),
});

const alternatives = {
  仿宋_GB2312: '仿宋',
  方正小标宋简体: '宋体',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  宋体: 'SimSun',
};

/** Replaces the font table that `docx` writes: it cannot name alternatives. */
export const fontTable = {
  path: 'word/fontTable.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    Object.entries(alternatives)
      .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
      .join('') +
    '</w:fonts>',
};
