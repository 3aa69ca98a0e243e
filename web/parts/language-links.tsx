// The way to the same page in each other language, named as its speakers name it.
import { type Lang, langs } from '#core/lang.ts';
import { wordsFor } from '#core/text.ts';
import { TurnLink } from './turn-link.tsx';

interface Props {
  readonly lang: Lang;
  readonly to: (other: Lang) => string;
  /** The id of a form to send along. */
  readonly form?: string | undefined;
}

export const LanguageLinks = ({ lang, to, form }: Props) =>
  langs
    .filter((other) => other !== lang)
    .map((other) => (
      <TurnLink to={to(other)} form={form} lang={other} key={other}>
        {wordsFor(other).language.name}
      </TurnLink>
    ));
