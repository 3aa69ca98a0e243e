// The invitations just made: links and a sheet of QR codes to cut out, shown once, because the tokens in them are kept
// nowhere. Printing shows the cards alone.

import { showDay, showMonth } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Day, Month } from '#core/period.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { StaffFrame, type StaffPageProps, staffLink, TableBox, type Unit, unitName } from '../../parts/staff-frame.tsx';

interface Case {
  readonly unit: string;
  readonly outcome: string;
  readonly month: Month;
  readonly tail: string;
}

export interface IssuedPageProps extends StaffPageProps {
  readonly units: readonly Unit[];
  readonly issued: readonly (Case & {
    /** For reading and typing. */
    readonly link: string;
    /** For the QR code: says that it came from paper. */
    readonly scanned: string;
  })[];
  readonly repeated: readonly Case[];
  readonly expires: Day;
}

export function IssuedPage(props: IssuedPageProps) {
  const { words, issued } = props;
  const w = words.staff.issued;
  const title = issued.length > 0 ? fill(w.title, { n: issued.length }) : w.noneTitle;
  return (
    <StaffFrame {...props} here="invitations" title={title}>
      <div class="screen">
        {issued.length > 0 && <p class="alarm">{w.once}</p>}
        <Repeated {...props} />
        {issued.length > 0 && (
          <p class="ways">
            <button type="button" class="button" data-print hidden>
              {w.print}
            </button>
            <button type="button" class="plain" data-copy="links" data-copied={w.copied} hidden>
              {w.copy}
            </button>
            <span class="quiet">{w.printHint}</span>
          </p>
        )}
        <p>
          <a href={staffLink(props, '/staff/invitations')}>{w.more}</a>
        </p>
      </div>
      {issued.length > 0 && (
        <>
          <Links {...props} />
          <section>
            <h2 class="screen">{w.sheet}</h2>
            <Sheet {...props} />
          </section>
        </>
      )}
    </StaffFrame>
  );
}

function Repeated({ lang, words, units, repeated }: IssuedPageProps) {
  if (repeated.length === 0) return null;
  return (
    <section>
      <p>{fill(words.staff.issued.repeated, { n: repeated.length })}</p>
      <ul>
        {repeated.map(({ unit, outcome, month, tail }) => (
          <li key={[unit, outcome, month, tail].join(' ')}>
            {unitName(units, unit, words, lang)} · {outcome} · {showMonth(month, lang)} · {tail}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Links({ lang, words, units, issued }: IssuedPageProps) {
  const { issued: w, invitations } = words.staff;
  return (
    <section class="screen">
      <h2>{w.table}</h2>
      <TableBox label={w.table}>
        <table id="links">
          <thead>
            <tr>
              {[...Object.values(invitations.column).slice(0, 4), w.link].map((heading) => (
                <th scope="col" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issued.map(({ unit, outcome, month, tail, link }) => (
              <tr key={link}>
                <td>{unitName(units, unit, words, lang)}</td>
                <td>
                  <code>{outcome}</code>
                </td>
                <td>{showMonth(month, lang)}</td>
                <td>{tail}</td>
                <td>
                  <code>{link}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

function Sheet({ lang, words, units, issued, expires }: IssuedPageProps) {
  const w = words.staff.issued;
  return (
    <div class="sheet">
      {issued.map(({ unit, month, tail, link, scanned }) => {
        const about = fill(w.cardCase, {
          unit: unitName(units, unit, words, lang),
          month: showMonth(month, lang),
          tail,
        });
        return (
          <article class="code-card" key={link}>
            <QrCode text={scanned} label={about} />
            <div>
              <h3>{w.cardTitle}</h3>
              <p>{about}</p>
              <p>{w.cardUse}</p>
              <p class="address">{link}</p>
              <p class="quiet">
                {w.cardNote} {fill(w.cardExpires, { day: showDay(expires, lang) })}
              </p>
            </div>
          </article>
        );
      })}
    </div>
  );
}
