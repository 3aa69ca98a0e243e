// What stands around every page a citizen sees: whose service it is and how else it can be shown above, and below it what
// this service is not. Internal links carry language and view, because there is no cookie to hold them.
import type { ComponentChildren } from 'preact';
import { fill, type Lang, type Localised } from '#core/lang.ts';
import type { Words } from '#core/text.ts';
import { type View, viewQuery } from '#core/view.ts';
import { LanguageLinks } from './language-links.tsx';
import { ViewLinks } from './view-links.tsx';

export interface PageProps {
  readonly lang: Lang;
  readonly words: Words;
  readonly view: View;
  /** Path prefix behind a portal's proxy, '' or '/pingyi'. */
  readonly base: string;
  readonly county: Localised;
  /** Whom to ask about the survey, if the county says so. */
  readonly contact?: Localised;
  /** What else the address of this page says, kept when language or view change. */
  readonly query?: Readonly<Record<string, string>>;
}

export const linkTo = ({ base, lang, view }: Pick<PageProps, 'base' | 'lang' | 'view'>, path: string): string =>
  `${base}${path}?${new URLSearchParams({ lang, ...viewQuery(view) })}`;

/** This page, in another language or view. */
export const hereIn = ({ lang, view, query }: Pick<PageProps, 'lang' | 'view' | 'query'>): string =>
  `?${new URLSearchParams({ ...query, lang, ...viewQuery(view) })}`;

interface PageFrameProps extends PageProps {
  /** The id of a form whose content goes along when language or view change. */
  readonly form?: string;
  readonly children: ComponentChildren;
}

export function PageFrame(props: PageFrameProps) {
  const { lang, words, county, contact, form, children } = props;
  const { footer, service } = words.citizen;
  return (
    <>
      <header class="masthead">
        <div class="column">
          {/* The Enter key presses a form's first button: this one, not a language. */}
          {form && <button type="submit" form={form} hidden />}
          <a href={linkTo(props, '/')}>
            <b>{county[lang]}</b> <span>{service}</span>
          </a>
          <ViewLinks {...props} form={form} to={(view) => hereIn({ ...props, view })} />
          <LanguageLinks lang={lang} form={form} to={(other) => hereIn({ ...props, lang: other })} />
        </div>
      </header>
      <main class="column">{children}</main>
      <footer class="footer">
        <div class="column">
          <p>
            {footer.remedies} <a href={linkTo(props, '/remedies')}>{footer.where}</a>
          </p>
          {contact && <p>{fill(footer.contact, { contact: contact[lang] })}</p>}
          <p>
            {footer.basis} <a href={linkTo(props, '/accessibility')}>{footer.accessibility}</a>
          </p>
        </div>
      </footer>
    </>
  );
}
