// Reports in the manners of manners.ts: seven right ones and twenty with an error, each in every manner. The ways of
// writing are those of the other parts; only the manner is new.
import { type Built, buildAs } from './build.ts';
import { casesFrom, type Line } from './cases.ts';
import { type MannerName, manners } from './manners.ts';
import { styles } from './styles.ts';
import { heldOutStyles } from './styles-held-out.ts';
import { secondStyles } from './styles-second.ts';
import { untouchedStyles } from './styles-untouched.ts';

const clean: Line[] = [
  ['countyFormal', 'html', 1042],
  ['officeRunIn', 'html', 15],
  ['bureauQuiet', 'html', 0],
  ['countyReview', 'html', 57],
  ['countySpoken', 'html', 31],
  ['bureauDash', 'html', 2],
  ['countyPercent', 'html', 230],
];

const planted: Line[] = [
  ['countyFull', 'html', 45, 'carriedOutTable'],
  ['countyReview', 'html', 38, 'outcomeRow'],
  ['officeLedger', 'html', 17, 'outcomeTotal'],
  ['countyBrief', 'html', 31, 'rowTotal'],
  ['districtShares', 'html', 44, 'rowPart'],
  ['countySpoken', 'html', 33, 'reviewTotal'],
  ['countyReview', 'html', 41, 'afterKeep'],
  ['countyBrief', 'html', 26, 'rulesMade'],
  ['bureauDash', 'html', 0, 'slash'],
  ['countyReview', 'html', 29, 'carriedOver'],
  ['countyReport', 'html', 36, 'receivedSaid'],
  ['countyFull', 'html', 51, 'carriedOutSaid'],
  ['officeLedger', 'html', 21, 'doneSaid'],
  ['countyBrief', 'html', 24, 'validSaid'],
  ['countyPercent', 'html', 39, 'grantedSaid'],
  ['countyReview', 'html', 36, 'suitSaid'],
  ['townHall', 'html', 0, 'titleWordingFour'],
  ['countyReview', 'html', 22, 'sectionYear'],
  ['bureauTally', 'html', 10, 'moreThanThree'],
  ['countyBrief', 'html', 33, 'dutyMissing'],
];

/** Manners that lose figures or a table: nothing can be found there, and nobody may be blamed. */
export const lossy: readonly MannerName[] = ['figuresOnly', 'headless', 'ocr', 'lastLost', 'pictures'];
export const mannerNames = Object.keys(manners) as MannerName[];

const all = { ...styles, ...heldOutStyles, ...secondStyles, ...untouchedStyles };

export function inManner(name: MannerName): Built[] {
  const seed = 900 + name.length;
  return [...casesFrom(clean, all, seed), ...casesFrom(planted, all, seed + 1)].map((each) => {
    const built = buildAs(each, manners[name]);
    return {
      ...built,
      name: `${name}: ${built.name}`,
      // Units in the cells are an error of form in themselves.
      also: name === 'units' ? [...built.also, 'B5'] : built.also,
    };
  });
}
