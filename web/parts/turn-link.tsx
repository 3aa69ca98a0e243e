// The way to the same page in another language or view. Around a form it is a button that sends what the form holds along, so
// that nothing typed is lost on a phone that keeps nothing, and without script as well; the address ends in `&turn`, by which
// the server knows that this is no answer, and which the script takes off where it kept the answers itself.
import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/lang.ts';

export interface TurnLinkProps {
  readonly to: string;
  /** The id of the form to send. */
  readonly form?: string | undefined;
  readonly lang?: Lang;
  /** Of a link that changes the size of type: by how many steps. */
  readonly step?: number;
  readonly children: ComponentChildren;
}

export const TurnLink = ({ to, form, lang, step, children }: TurnLinkProps) =>
  form ? (
    <button type="submit" form={form} formaction={`${to}&turn`} lang={lang} data-larger={step}>
      {children}
    </button>
  ) : (
    <a href={to} hreflang={lang} lang={lang} data-larger={step}>
      {children}
    </a>
  );
