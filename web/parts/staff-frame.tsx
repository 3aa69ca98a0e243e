// What stands around every page of the staff's desk: who is signed in, the sections that are theirs, and the way out.
// A section they may not enter is not shown; that is courtesy, the refusal itself is the worker's.
import type { ComponentChildren } from 'preact';
import type { Capability } from '#core/capability.ts';
import type { Lang, Localised } from '#core/lang.ts';
import { may, type Staff } from '#core/staff.ts';
import { LanguageLinks } from './language-links.tsx';
import type { PageProps } from './page-frame.tsx';

export interface StaffPageProps extends PageProps {
  readonly me: Staff;
  /** The year whose report is being written. */
  readonly reportYear: number;
  /** The query of this page, so that changing the language keeps it. */
  readonly query: Readonly<Record<string, string>>;
}

export const places = [
  'home',
  'surveys',
  'invitations',
  'comments',
  'reports',
  'annual',
  'check',
  'people',
  'tokens',
  'audit',
] as const;
export type Place = (typeof places)[number];

const needed: Record<Place, Capability> = {
  home: 'results.read',
  surveys: 'results.read',
  invitations: 'invitations.issue',
  comments: 'comments.moderate',
  reports: 'reports.read',
  annual: 'reports.read',
  check: 'reports.read',
  people: 'staff.manage',
  tokens: 'tokens.manage',
  audit: 'audit.read',
};

const pathOf = (place: Place, reportYear: number): string =>
  place === 'home' ? '/staff' : place === 'reports' ? `/staff/reports/${reportYear}` : `/staff/${place}`;

export function staffLink(
  { base, lang }: Pick<PageProps, 'base' | 'lang'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  return `${base}${path}?${new URLSearchParams({ ...query, lang })}`;
}

export const unitName = (units: readonly Unit[], code: string, { staff }: PageProps['words'], lang: Lang): string =>
  units.find((unit) => unit.code === code)?.name[lang] ?? staff.countyItself;

export interface Unit {
  readonly code: string;
  readonly name: Localised;
}

export interface StaffFrameProps extends StaffPageProps {
  readonly here: Place | null;
  readonly title: string;
  /** The page may send no form, not even the one that signs out. */
  readonly cutOff?: boolean;
  readonly children: ComponentChildren;
}

export function StaffFrame(props: StaffFrameProps) {
  const { lang, words, county, me, here, title, query, reportYear, cutOff, children } = props;
  const w = words.staff;
  return (
    <>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="masthead">
        <div class="column">
          <a class="masthead-name" href={staffLink(props, '/staff')}>
            <b>{county[lang]}</b> <span>{w.service}</span>
          </a>
          <div class="who">
            <span>
              {me.name} · {w.role[me.role]}
            </span>
            <LanguageLinks lang={lang} to={(other) => `?${new URLSearchParams({ ...query, lang: other })}`} />
            {!cutOff && (
              <form method="post" action={staffLink(props, '/staff/sign-out')}>
                <button type="submit" class="plain">
                  {w.signOut}
                </button>
              </form>
            )}
          </div>
        </div>
      </header>
      <nav class="places" aria-label={w.places}>
        <ul class="column">
          {places
            .filter((place) => may(me, needed[place]))
            .map((place) => (
              <li key={place}>
                <a
                  href={staffLink(props, pathOf(place, reportYear))}
                  aria-current={place === here ? 'page' : undefined}
                >
                  {w.place[place]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <main class="column" id="main" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}

export { TableBox } from './table-box.tsx';

export interface ProblemLine {
  readonly where: string;
  readonly message: string;
}

/** What must be corrected before anything is done, above the form that holds all that was typed. */
export function ProblemList({
  title,
  body,
  problems,
}: {
  title: string;
  body?: string;
  problems: readonly ProblemLine[];
}) {
  if (problems.length === 0) return null;
  return (
    <div class="alarm" role="alert">
      <h2>{title}</h2>
      {body && <p>{body}</p>}
      <ul>
        {problems.map(({ where, message }) => (
          <li key={`${where}${message}`}>
            {where && <b>{where}</b>} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
