// Scales in use in Chinese offices (domain: 3, 4 and 5 levels all exist). Data, not code: a county may word its own.
import type { Scale } from '../survey.ts';
import type { Words } from '../text.ts';
import { worded } from './wording.ts';

type ScaleWords = Words['model']['scale'];
type Standing = readonly [points: number, valence: number];

const scaleOf = <Code extends keyof ScaleWords>(
  code: Code,
  levels: Record<keyof ScaleWords[Code] & string, Standing>,
): Scale => ({
  code,
  levels: (Object.entries(levels) as [keyof ScaleWords[Code] & string, Standing][]).map(
    ([level, [points, valence]]) => ({
      code: level,
      words: worded((words) => (words.scale[code] as Record<typeof level, string>)[level]),
      points,
      valence,
    }),
  ),
});

export const fiveLevels = scaleOf('S5', { s5: [100, 2], s4: [80, 1], s3: [60, 0], s2: [40, -1], s1: [20, -2] });
export const fourLevels = scaleOf('S4', { s4: [100, 2], s3: [75, 1], s2: [50, -1], s1: [25, -2] });
export const threeLevels = scaleOf('S3', { s3: [100, 1], s2: [60, 0], s1: [20, -1] });
