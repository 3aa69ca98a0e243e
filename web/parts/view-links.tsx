// The way into 长辈版, and inside it the sizes of type and the way out. Plain links; on the form the script changes the size in
// place, so that nothing moves but the letters.
import type { Words } from '#core/text.ts';
import { elderView, nextSize, plainView, type View } from '#core/view.ts';

interface Props {
  readonly view: View;
  readonly words: Words;
  /** The same page in another view. */
  readonly to: (view: View) => string;
}

export function ViewLinks({ view, words, to }: Props) {
  const w = words.citizen.view;
  if (view.is === 'plain') return <a href={to(elderView)}>{w.elder}</a>;
  return (
    <>
      {([-1, 1] as const).map((step) => (
        <a key={step} data-larger={step} href={to({ is: 'elder', sizePx: nextSize(view.sizePx, step) })}>
          {step < 0 ? w.smaller : w.larger}
        </a>
      ))}
      <a href={to(plainView)}>{w.plain}</a>
    </>
  );
}
