// A pseudo-language made from English: each text a third longer and forced to run from right to left, placeholders intact.
import type { Survey } from '#core/survey.ts';
import type { Words } from '#core/text.ts';

const rightToLeft = '\u202e';
const asWritten = '\u202c';

const mirrored = (text: string): string =>
  `${rightToLeft}${text} ${'~'.repeat(Math.ceil(text.length / 3))}${asWritten}`;

const everyText = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, text) => (typeof text === 'string' ? mirrored(text) : text)) as T;

export const mirroredWords = (words: Words): Words => ({
  ...everyText(words),
  language: { ...words.language, direction: 'rtl' },
});

/** Its English only. */
export const mirroredSurvey = (survey: Survey): Survey =>
  JSON.parse(JSON.stringify(survey), (key, value) => (key === 'en' ? mirrored(value as string) : value)) as Survey;
