// Whose tables the county's report adds up: who is in, who is missing, and where the county's figures are not the sum.
import { fill } from '#core/lang.ts';
import type { Aggregate } from '#core/statutory/aggregate.ts';
import { cellLabel } from '#core/statutory/form.ts';
import type { AnnualPageProps } from './annual-props.ts';
import { type StaffPageProps, staffLink } from './staff-frame.tsx';

/** More differing cells than this are a wrong table, not a list of slips. */
const differingMax = 20;

export function AnnualOrgans(props: StaffPageProps & { year: number; organs: Aggregate['organs'] }) {
  const { words, year, organs } = props;
  const w = words.annual.organs;
  return (
    <section>
      <h2>
        {year} · {w.title}
      </h2>
      <p class="quiet">{w.lead}</p>
      <ul>
        {organs.map(({ scope, name, state }) => (
          <li key={scope}>
            <a href={staffLink(props, `/staff/annual/${year}/${scope}`)}>{name}</a>{' '}
            <span class={state === 'whole' ? undefined : 'quiet'}>{w.state[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AnnualAggregate(props: AnnualPageProps & { aggregate: Aggregate }) {
  const { words, annual, aggregate } = props;
  const { organs, complete, differing } = aggregate;
  const w = words.annual.organs;
  const missing = organs.filter(({ state }) => state !== 'whole');
  return (
    <section class="panel" data-annual="organs">
      <h2>{w.title}</h2>
      <p>
        {fill(w.count, { of: organs.length, in: organs.length - missing.length })}{' '}
        {complete ? w.complete : fill(w.missing, { names: missing.map(({ name }) => name).join(words.language.list) })}{' '}
        <a href={staffLink(props, `/staff/annual/${annual.year}`)}>{w.title}</a>
      </p>
      <ul>
        {differing.slice(0, differingMax).map(({ cell, whole, sum }) => (
          <li key={cell}>
            <a href={`#f-${cell}`}>{fill(w.differs, { cell: cellLabel(annual.form, cell), whole, sum })}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
