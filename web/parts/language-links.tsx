// The way to the same page in each other language, named as its speakers name it.
import { type Lang, langs } from '#core/lang.ts';
import { wordsFor } from '#core/text.ts';

export const LanguageLinks = ({ lang, to }: { lang: Lang; to: (other: Lang) => string }) =>
  langs
    .filter((other) => other !== lang)
    .map((other) => (
      <a href={to(other)} hreflang={other} lang={other} key={other}>
        {wordsFor(other).language.name}
      </a>
    ));
