// A distribution as one bar of stacked parts: real counts as widths, and the same in words for whoever cannot see it.
// Sizes are attributes, because the content security policy allows no inline style; colours are classes.
import type { ShownQuestion } from '#core/evaluation.ts';
import { fill } from '#core/lang.ts';
import type { StaffPageProps } from './staff-frame.tsx';

/** Which of five tones, best to worst, a level of a scale of 3, 4 or 5 has. */
export const toneOf = (index: number, levels: number): number =>
  levels === 4 && index > 1 ? index + 1 : levels === 3 ? index * 2 : index;

const percent = (n: number, of: number): string => `${((n / of) * 100).toFixed(3)}%`;

export function LevelBar({
  question,
  lang,
  words,
}: Pick<StaffPageProps, 'lang' | 'words'> & { question: Pick<ShownQuestion, 'words' | 'cells'> }) {
  const w = words.staff.results;
  const parts = question.cells.map(({ words: level, share }) => ({ level: level[lang], n: share?.n ?? null }));
  const total = parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
  if (total === 0 || parts.some(({ n }) => n === null)) return <span class="quiet">{w.barHidden}</span>;
  let left = 0;
  const rects = parts.map(({ level, n }, index) => {
    const x = left;
    left += n ?? 0;
    return (
      <rect
        key={level}
        class={`tone${toneOf(index, parts.length)}`}
        x={percent(x, total)}
        width={percent(n ?? 0, total)}
        height="14"
      />
    );
  });
  const text = parts.map(({ level, n }) => fill(w.part, { level, n: n ?? 0 })).join(words.language.clauses);
  return (
    <svg
      class="bar"
      role="img"
      width="100%"
      height="14"
      aria-label={fill(w.bar, { question: question.words[lang], parts: text })}
    >
      {rects}
    </svg>
  );
}

export const Swatch = ({ tone }: { tone: number }) => (
  <svg class="swatch" width="12" height="12" aria-hidden="true">
    <rect class={`tone${tone}`} width="12" height="12" />
  </svg>
);
