// What stands around every page a citizen sees: whose service it is above, and below it what this service is not and
// where complaints and reviews go instead. Internal links carry the language, because there is no cookie to hold it.
import type { ComponentChildren } from 'preact';
import { fill, type Lang, type Localised } from '#core/lang.ts';
import type { Words } from '#core/text.ts';

export interface PageProps {
  readonly lang: Lang;
  readonly words: Words;
  /** Path prefix behind a portal's proxy, '' or '/pingyi'. */
  readonly base: string;
  readonly county: Localised;
  /** Whom to ask about the survey, if the county says so. */
  readonly contact?: Localised;
}

export const linkTo = ({ base, lang }: Pick<PageProps, 'base' | 'lang'>, path: string): string =>
  `${base}${path}?lang=${lang}`;

export function PageFrame(props: PageProps & { children: ComponentChildren }) {
  const { lang, words, county, contact, children } = props;
  const { footer, service, language } = words.citizen;
  const other: Lang = lang === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <header class="masthead">
        <div class="column">
          <a href={linkTo(props, '/')}>
            <b>{county[lang]}</b> <span>{service}</span>
          </a>
          <a href={`?lang=${other}`} hreflang={other} lang={other}>
            {language}
          </a>
        </div>
      </header>
      <main class="column">{children}</main>
      <footer class="footer">
        <div class="column">
          <h2>{footer.remedies}</h2>
          <p>{footer.remediesBody}</p>
          <ul>
            <li>{footer.complaint}</li>
            <li>{footer.review}</li>
          </ul>
          {contact && <p>{fill(footer.contact, { contact: contact[lang] })}</p>}
          <p class="quiet">{footer.basis}</p>
        </div>
      </footer>
    </>
  );
}
