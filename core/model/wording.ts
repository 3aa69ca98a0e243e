// What the model questionnaires have in common: options and ratings in two languages, and the question for free text.
import type { Localised } from '../lang.ts';
import type { Option, Question } from '../survey.ts';

export const unknown: Localised = { 'zh-CN': '不了解／未使用', en: 'Don’t know / not used' };

export const option = (code: string, zh: string, en: string): Option => ({ code, words: { 'zh-CN': zh, en } });
export const other: Option = { ...option('other', '其他', 'Something else'), other: true };

/** A rating on the survey's scale; `na` words its way out, where it has one. */
export const rating = (code: string, dimension: string, zh: string, en: string, na?: Localised): Question => ({
  code,
  dimension,
  kind: 'rating',
  words: { 'zh-CN': zh, en },
  ...(na ? { na } : {}),
});

/** The one rating that is required. */
export const overall = (code: string, zh: string, en: string): Question => ({
  code,
  dimension: 'OVR',
  kind: 'rating',
  required: true,
  words: { 'zh-CN': zh, en },
});

export const opinion = (code: string, zh: string, en: string): Question => ({
  code,
  dimension: 'OPN',
  kind: 'text',
  charsMax: 500,
  words: { 'zh-CN': zh, en },
  hint: {
    'zh-CN': '500字以内，请勿填写姓名、身份证号、电话等个人信息',
    en: 'Up to 500 characters. Please leave out names, ID numbers, phone numbers and the like.',
  },
});
