// The corpus by which the check was tuned: one line a report. Counties, layouts and seeds go round so that no rule is
// seen in one shape only.
import type { Organ, OrganKind } from './facts.ts';
import type { PlantName } from './plants.ts';
import type { LayoutName } from './render.ts';
import { type Style, styles } from './styles.ts';

export interface Case {
  readonly name: string;
  readonly style: Style;
  readonly organ: Organ;
  readonly year: number;
  readonly seed: number;
  /** Requests newly received. */
  readonly size: number;
  readonly layout: LayoutName;
  readonly plants: readonly PlantName[];
  readonly form2019?: true;
}

export type Line = readonly [style: string, layout: LayoutName, size: number, ...plants: PlantName[]];

const areas = ['云岭县', '松河县', '安亭区', '白石县', '临江县', '青坪县', '永陵县', '沙湖区', '和硕旗', '南溪县'];
const towns = ['柳林镇', '石桥镇', '双河乡', '东关街道'];
const bureaus = ['教育局', '水利局', '审计局', '统计局', '自然资源局'];

const kinds: Record<string, OrganKind> = {
  countyFormal: 'county',
  countyNumerals: 'county',
  countyProse: 'county',
  countyFull: 'county',
  countyBrief: 'county',
  countyReview: 'county',
  countyReport: 'county',
  countyPercent: 'county',
  officePlain: 'office',
  bureauShort: 'bureau',
  countySpoken: 'county',
  districtShares: 'county',
  officeNumbers: 'office',
  bureauLetter: 'bureau',
  townList: 'town',
  officeRunIn: 'office',
  officeEverywhere: 'office',
  officeLedger: 'office',
  bureauQuiet: 'bureau',
  bureauOutcomes: 'bureau',
  bureauNone: 'bureau',
  bureauDash: 'bureau',
  townPlain: 'town',
  townBusy: 'town',
  townHall: 'town',
  bureauTally: 'bureau',
  streetSeven: 'street',
};

function organFor(style: string, i: number): Organ {
  const area = areas[i % areas.length] ?? '';
  const kind = kinds[style] ?? 'bureau';
  const name = {
    county: area,
    office: `${area}人民政府办公室`,
    bureau: `${area}${bureaus[i % bureaus.length]}`,
    town: `${area}${towns[i % 3]}`,
    street: `${area}${towns[3]}办事处`,
  }[kind];
  return { kind, area, name };
}

export const casesFrom = (lines: readonly Line[], from: Record<string, Style>, seed: number): Case[] =>
  lines.map(([style, layout, size, ...planted], i) => ({
    name: `${String(i + 1).padStart(2, '0')} ${style} ${layout} ${planted.join('+') || 'clean'}`,
    style:
      from[style] ??
      (() => {
        throw new Error(style);
      }),
    organ: organFor(style, i + seed),
    // Direct lawsuits are remarkable only since 2024.
    year: planted.includes('directSuit') ? 2024 + (i % 2) : 2021 + ((i + seed) % 5),
    seed: seed * 1000 + i,
    size,
    layout,
    plants: planted,
  }));

const clean: Line[] = [
  ['countyFormal', 'html', 42],
  ['officeRunIn', 'docx', 15],
  ['bureauQuiet', 'pipes', 0],
  ['townPlain', 'tabs', 0],
  ['countyNumerals', 'markdown', 23],
  ['officeEverywhere', 'html', 18],
  ['bureauOutcomes', 'docx', 12],
  ['streetSeven', 'pdf', 0],
  ['countyProse', 'cellPipes', 31],
  ['bureauNone', 'fused', 0],
  ['townBusy', 'cells', 3],
  ['countyFull', 'pdf', 57],
  ['countyFormal', 'oneLine', 26],
  ['officeRunIn', 'wide', 9],
  ['countyFull', 'labelsFirst', 64],
  ['bureauOutcomes', 'fused', 8],
];

const planted: Line[] = [
  ['countyFormal', 'html', 33, 'carriedOutTable'],
  ['countyFull', 'pdf', 45, 'carriedInTable'],
  ['officeEverywhere', 'docx', 20, 'carriedOutTable'],
  ['countyFull', 'tabs', 40, 'outcomeRow'],
  ['bureauOutcomes', 'pipes', 14, 'outcomeTotal'],
  ['countyProse', 'labelsFirst', 38, 'outcomeTotal'],
  ['officeRunIn', 'cells', 16, 'rowTotal'],
  ['countyNumerals', 'wide', 29, 'rowPart'],
  ['countyFormal', 'markdown', 22, 'rowPart'],
  ['townBusy', 'html', 4, 'carriedOver'],
  ['countyFormal', 'pdf', 51, 'carriedOver', 'normsBalance'],
  ['officeRunIn', 'docx', 13, 'normsBalance'],
  ['bureauQuiet', 'pipes', 0, 'slash'],
  ['countyFull', 'html', 35, 'blankCells'],
  ['bureauNone', 'docx', 0, 'slash'],
  ['bureauOutcomes', 'tabs', 11, 'fraction'],
  ['countyFormal', 'html', 30, 'splitTwice'],
  ['officeEverywhere', 'tabs', 15, 'feeDenied'],
  ['countyProse', 'html', 36, 'feeSilent'],
  ['countyFull', 'docx', 60, 'allDone'],
  ['countyFormal', 'markdown', 24, 'aggregate'],
  ['countyFull', 'oneLine', 44, 'reviewTotal'],
  ['countyNumerals', 'html', 28, 'directTotal'],
  ['officeEverywhere', 'pdf', 19, 'afterKeep'],
  ['countyNumerals', 'docx', 31, 'directSuit'],
  ['townBusy', 'tabs', 3, 'correctedSilently'],
  ['countyFull', 'pipes', 41, 'reviewSaid'],
  ['countyNumerals', 'markdown', 34, 'suitSaid'],
  ['bureauQuiet', 'html', 2, 'remedyDenied'],
  ['countyFormal', 'docx', 27, 'rulesMade'],
  ['townPlain', 'html', 0, 'rulesMade'],
  ['countyProse', 'docx', 25, 'noDecisions'],
  ['countyFull', 'html', 39, 'yuan'],
  ['countyFormal', 'cellPipes', 37, 'receivedSaid'],
  ['countyNumerals', 'html', 26, 'receivedSaid'],
  ['officeRunIn', 'wide', 12, 'doneSaid'],
  ['bureauOutcomes', 'html', 10, 'doneSaid'],
  ['countyFull', 'markdown', 48, 'carriedOutSaid'],
  ['officeEverywhere', 'html', 17, 'carriedInSaid'],
  ['bureauNone', 'tabs', 0, 'noneSaid'],
  ['countyFormal', 'tabs', 21, 'madeSaid'],
  ['countyFull', 'docx', 43, 'validSaid', 'repealedSaid'],
  ['countyProse', 'pdf', 33, 'madeSaid'],
  ['countyFormal', 'pdf', 47, 'shareWrong'],
  ['countyProse', 'html', 28, 'partsWrong'],
  ['bureauOutcomes', 'docx', 16, 'grantedSaid'],
  ['countyFull', 'pdf', 52, 'shareWrong'],
  ['countyFormal', 'docx', 29, 'channelsSaid'],
  ['officeEverywhere', 'markdown', 14, 'naturalSaid'],
  ['countyFull', 'html', 36, 'channelsSaid'],
  ['countyFull', 'html', 30, 'titleYear'],
  ['townBusy', 'pdf', 2, 'titleYear'],
  ['countyNumerals', 'tabs', 20, 'nextYear'],
  ['countyFormal', 'html', 25, 'sectionYear'],
  ['officeRunIn', 'markdown', 10, 'shortYear'],
  ['countyFull', 'tabs', 33, 'badDay'],
  ['bureauQuiet', 'docx', 1, 'nextYearAdded'],
  ['townPlain', 'pdf', 1, 'moreThanThree'],
  ['streetSeven', 'html', 0, 'moreThanOdd'],
  ['countyProse', 'markdown', 27, 'moreThanTenThousand'],
  ['countyFormal', 'tabs', 23, 'quarterly'],
  ['townBusy', 'docx', 3, 'monthly'],
  ['countyFull', 'oneLine', 38, 'monthly'],
  ['bureauOutcomes', 'html', 9, 'weekly'],
  ['officeRunIn', 'html', 11, 'titleWording'],
  ['bureauNone', 'pdf', 0, 'titleWordingFour'],
  ['countyProse', 'tabs', 30, 'titleMissing'],
  ['townBusy', 'markdown', 2, 'titleTwice'],
  ['streetSeven', 'docx', 0, 'partMissing'],
  ['countyFormal', 'html', 24, 'partMissing'],
  ['countyFull', 'html', 31, 'dutyMissing'],
  ['countyNumerals', 'pdf', 22, 'blameMissing'],
  ['townPlain', 'docx', 0, 'dutyMissing'],
  ['countyFormal', 'pipes', 28, 'measureMissing'],
  ['officeRunIn', 'html', 14, 'copied'],
  ['countyProse', 'docx', 35, 'measureMissing'],
  ['countyFull', 'html', 40, 'late'],
  ['bureauQuiet', 'html', 0, 'late'],
  ['officeEverywhere', 'docx', 12, 'slogan'],
  ['townPlain', 'tabs', 0, 'exception'],
  ['bureauOutcomes', 'pdf', 7, 'repeated'],
  ['officeRunIn', 'fused', 13, 'rowTotal'],
  ['countyFull', 'cells', 49, 'reviewSaid', 'outcomeRow'],
  ['bureauQuiet', 'cellPipes', 0, 'blankCells'],
];

export const tunedCases: readonly Case[] = [
  ...casesFrom(clean, styles, 1),
  ...casesFrom(planted, styles, 2),
  { ...(casesFrom([['bureauQuiet', 'html', 0]], styles, 9)[0] as Case), name: '2019 form', form2019: true },
  { ...(casesFrom([['countyFormal', 'tabs', 30]], styles, 8)[0] as Case), name: '2019 form county', form2019: true },
];
