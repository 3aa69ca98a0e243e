// The way into 长辈版, and inside it the sizes of type and the way out. On the form the script changes the size in place, so that
// nothing moves but the letters.
import type { Words } from '#core/text.ts';
import { elderView, nextSize, plainView, type View } from '#core/view.ts';
import { TurnLink } from './turn-link.tsx';

interface Props {
  readonly view: View;
  readonly words: Words;
  /** The same page in another view. */
  readonly to: (view: View) => string;
  /** The id of a form to send along. */
  readonly form?: string | undefined;
}

export function ViewLinks({ view, words, to, form }: Props) {
  const w = words.citizen.view;
  if (view.is === 'plain')
    return (
      <TurnLink to={to(elderView)} form={form}>
        {w.elder}
      </TurnLink>
    );
  return (
    <>
      {([-1, 1] as const).map((step) => (
        <TurnLink key={step} step={step} to={to({ is: 'elder', sizePx: nextSize(view.sizePx, step) })} form={form}>
          {step < 0 ? w.smaller : w.larger}
        </TurnLink>
      ))}
      <TurnLink to={to(plainView)} form={form}>
        {w.plain}
      </TurnLink>
    </>
  );
}
