// Putting figures into a text where it asks for them by name: {收到申请}, also with the full-width braces of an input method.
// What cannot be put in stays visible in the text as 【收到申请？】 and is a Problem at its field.
import { type Problem, problem } from '../problem.ts';
import type { FigureValue, NamedFigure } from './named-figures.ts';

const asked = /[{｛]([^{}｛｝\n]{0,40})[}｝]/g;
const likeMax = 3;
/** Names that share fewer of their characters than this are not alike. */
const likeMin = 0.4;

export interface Inserted {
  readonly text: string;
  readonly problems: readonly Problem[];
}

export const gap = (name: string): string => `【${name}？】`;

export function insertFigures(field: string, text: string, figures: readonly NamedFigure[]): Inserted {
  const problems: Problem[] = [];
  const filled = text.replace(asked, (_, between: string) => {
    const name = between.trim();
    const value = figures.find((figure) => figure.name === name)?.value;
    if (value?.kind === 'shown') return value.text;
    problems.push(value ? missing(field, name, value) : unknown(field, name, figures));
    return gap(name);
  });
  if (/[{}｛｝]/.test(filled)) problems.push(problem(field, 'figure-brace'));
  return { text: filled, problems };
}

const missing = (field: string, name: string, { why, values }: Extract<FigureValue, { kind: 'missing' }>): Problem =>
  problem(field, why, { name, ...values });

function unknown(field: string, name: string, figures: readonly NamedFigure[]): Problem {
  const like = alike(
    name,
    figures.map((figure) => figure.name),
  );
  return like.length > 0
    ? problem(field, 'figure-unknown-like', { name, like: like.map((other) => `{${other}}`).join('、') })
    : problem(field, 'figure-unknown', { name });
}

/** The names most alike, best first: by the share of characters they have in common. */
export function alike(name: string, names: readonly string[]): string[] {
  const likeness = (other: string): number => {
    const rest = [...other];
    const common = [...name].filter((char) => {
      const at = rest.indexOf(char);
      if (at >= 0) rest.splice(at, 1);
      return at >= 0;
    });
    return (2 * common.length) / (name.length + other.length);
  };
  return names
    .map((other) => ({ other, score: likeness(other) }))
    .filter(({ score }) => score >= likeMin)
    .sort((a, b) => b.score - a.score)
    .slice(0, likeMax)
    .map(({ other }) => other);
}

/** Characters as a reader counts them: without blanks. */
export const charsOf = (text: string): number => [...text.replace(/\s/g, '')].length;
