// Answers for the world: drawn at random from a seed, so that the demo looks like a county and a failing test can be
// run again. Each unit has its own weakness, so that screens have something to show.
import type { Answer, Answers } from '#core/answers.ts';
import { askedQuestions } from '#core/journey.ts';
import type { Question, Survey } from '#core/survey.ts';

export type Random = () => number;

/** Mulberry32: small, fast, the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const comments = [
  '惠农补贴的发放名单能不能在村里的公开栏贴出来，手机上不好找。',
  '征地补偿的政策解读看不太懂，希望举几个例子。',
  '公众号更新比以前快了，继续保持。',
  '学区划分的通知希望早一点公布。',
  '网站搜索找不到去年的预算，栏目太多。',
  '留言以后很久没有回复。',
  '医保报销的办事指南写得清楚，谢谢。',
];

/** A level of the scale by mood: 0 is bitter, 1 is delighted. */
function rate(survey: Survey, mood: number, random: Random): string {
  const { levels } = survey.scale;
  const at = Math.floor((1 - mood) * levels.length + (random() - 0.5) * 2.2);
  return (levels[Math.max(0, Math.min(levels.length - 1, at))] as (typeof levels)[number]).code;
}

function answerOne(survey: Survey, question: Question, mood: number, random: Random): Answer | undefined {
  if (!question.required && random() < 0.12) return undefined;
  switch (question.kind) {
    case 'rating':
      return question.na && random() < 0.1 ? 'na' : rate(survey, mood, random);
    case 'choice':
      return pick(random, question.options).code;
    case 'choices': {
      const free = question.options.filter((option) => !option.alone);
      const count = 1 + Math.floor(random() * Math.min(3, question.max ?? 3));
      return [...new Set(Array.from({ length: count }, () => pick(random, free).code))].sort(
        (a, b) => free.findIndex(({ code }) => code === a) - free.findIndex(({ code }) => code === b),
      );
    }
    case 'text':
      return random() < 0.15 ? pick(random, comments) : undefined;
  }
}

/** Valid answers for a survey, conditional questions included where they are asked. */
export function randomAnswers(survey: Survey, random: Random, mood = 0.8): Answers {
  let answers: Answers = {};
  for (const question of survey.questions) {
    if (!askedQuestions(survey, answers).includes(question)) continue;
    const answer = answerOne(survey, question, mood, random);
    if (answer !== undefined) answers = { ...answers, [question.code]: answer };
  }
  return answers;
}
