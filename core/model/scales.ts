// Scales in use in Chinese offices (domain: 3, 4 and 5 levels all exist). Data, not code: a county may word its own.
import type { Scale } from '../survey.ts';

export const fiveLevels: Scale = {
  code: 'S5',
  levels: [
    { code: 's5', words: { 'zh-CN': '非常满意', en: 'Very satisfied' }, points: 100, valence: 2 },
    { code: 's4', words: { 'zh-CN': '满意', en: 'Satisfied' }, points: 80, valence: 1 },
    { code: 's3', words: { 'zh-CN': '基本满意', en: 'Fairly satisfied' }, points: 60, valence: 0 },
    { code: 's2', words: { 'zh-CN': '不满意', en: 'Dissatisfied' }, points: 40, valence: -1 },
    { code: 's1', words: { 'zh-CN': '非常不满意', en: 'Very dissatisfied' }, points: 20, valence: -2 },
  ],
};

export const fourLevels: Scale = {
  code: 'S4',
  levels: [
    { code: 's4', words: { 'zh-CN': '优秀', en: 'Excellent' }, points: 100, valence: 2 },
    { code: 's3', words: { 'zh-CN': '良好', en: 'Good' }, points: 75, valence: 1 },
    { code: 's2', words: { 'zh-CN': '一般', en: 'Poor' }, points: 50, valence: -1 },
    { code: 's1', words: { 'zh-CN': '差', en: 'Bad' }, points: 25, valence: -2 },
  ],
};

export const threeLevels: Scale = {
  code: 'S3',
  levels: [
    { code: 's3', words: { 'zh-CN': '满意', en: 'Satisfied' }, points: 100, valence: 1 },
    { code: 's2', words: { 'zh-CN': '基本满意', en: 'Fairly satisfied' }, points: 60, valence: 0 },
    { code: 's1', words: { 'zh-CN': '不满意', en: 'Dissatisfied' }, points: 20, valence: -1 },
  ],
};
