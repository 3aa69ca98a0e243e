// One annual report: what is missing, what the check says, the form with every text and table, and the files. Complete without
// script; whatever was typed is in the form again after every press.
import { fill } from '#core/lang.ts';
import { minuteOf } from '#core/period.ts';
import { kindOf, unitOf } from '#core/statutory/scope.ts';
import { problemText } from '#core/text.ts';
import { AnnualFigures } from '../../parts/annual-figures.tsx';
import { AnnualOpen } from '../../parts/annual-open.tsx';
import { AnnualAggregate } from '../../parts/annual-organs.tsx';
import { type AnnualPageProps, fieldName, type SavedAnnual } from '../../parts/annual-props.ts';
import { AnnualTexts } from '../../parts/annual-texts.tsx';
import { ProblemList, StaffFrame, staffLink } from '../../parts/staff-frame.tsx';
import { StatutoryGrid } from '../../parts/statutory-grid.tsx';
import { dueText } from './annual-list.tsx';

export function AnnualPage(props: AnnualPageProps) {
  const { annual, scope, words, lang, fields, revision, stored, said, refused, conflict, mayWrite } = props;
  const w = words.annual;
  const scoped = unitOf(scope) === null ? null : annual.report.organ;
  const path = `/staff/annual/${annual.year}/${scope}`;
  const refusedLines = refused.map((each) => ({
    where: fieldName(props, each.field),
    message: problemText(words, each),
  }));
  return (
    <StaffFrame {...props} here="annual" title={`${annual.year} · ${scoped ?? w.scope[kindOf(scope)]}`}>
      <p class="lead">
        {w.whose[kindOf(scope)]} · <b>{dueText(props, annual.deadline, annual.daysLeft, lang)}</b>
      </p>
      <p class="quiet">
        {stored ? `${w.state[stored.state]} · ${savedBy(props, stored)}` : w.none}
        {!mayWrite && ` · ${w.read}`}
      </p>
      {said === 'stored' && <p class="saved">{stored?.state === 'ready' ? w.storedReady : w.stored}</p>}
      {said === 'not-ready' && (
        <p class="alarm" role="alert">
          {w.notReady}
        </p>
      )}
      {props.sealedAnew && <p class="alarm">{w.sealedAnew}</p>}
      <ProblemList title={w.notSaved} problems={refusedLines} />
      {conflict && <Conflict {...props} conflict={conflict} />}
      <AnnualOpen {...props} />
      {annual.aggregate && <AnnualAggregate {...props} aggregate={annual.aggregate} />}
      <form method="post" action={staffLink(props, path)} id="annual" class="annual">
        <input type="hidden" name="revision" value={revision} />
        <div id="entry-kept" />
        <fieldset disabled={!mayWrite}>
          <legend>
            <h2>{w.narrative}</h2>
          </legend>
          <AnnualTexts {...props} />
          <AnnualFigures {...props} />
          <h2>{w.tables}</h2>
          <p class="hint" data-script>
            {words.entering.keys}
          </p>
          <div id="annual-import" />
          {annual.form.tables.map((table) => (
            <StatutoryGrid key={table.id} table={table} view={annual} words={words} fields={fields} />
          ))}
          <p class="deeds">
            <button type="submit" class="button" name="do" value="save">
              {w.save}
            </button>
            <button type="submit" class="plain" name="do" value="zeros" aria-describedby="zeros-hint">
              {w.zeros}
            </button>
            {annual.aggregate && (
              <button type="submit" class="plain" name="do" value="organs" aria-describedby="organs-hint">
                {w.organs.fill}
              </button>
            )}
            <button type="submit" class="plain" name="do" value="finish" aria-describedby="finish-hint">
              {w.finish}
            </button>
          </p>
          <p class="hint" id="zeros-hint">
            {w.zerosHint}
          </p>
          {annual.aggregate && (
            <p class="hint" id="organs-hint">
              {w.organs.fillHint}
            </p>
          )}
          <p class="hint" id="finish-hint">
            {w.finishHint}
          </p>
        </fieldset>
        <div id="entry-bar" />
      </form>
      <Files {...props} path={path} />
    </StaffFrame>
  );
}

const savedBy = ({ words }: AnnualPageProps, { saved, savedByName, revision }: SavedAnnual): string =>
  fill(words.annual.savedBy, {
    name: savedByName ?? words.annual.command,
    at: minuteOf(Date.parse(saved)),
    revision,
  });

/** Both versions of what two people wrote. */
function Conflict(props: AnnualPageProps & { conflict: NonNullable<AnnualPageProps['conflict']> }) {
  const { words, conflict } = props;
  const { theirs, conflicts } = conflict;
  const w = words.annual.conflict;
  const name = theirs.savedByName ?? words.annual.command;
  return (
    <section class="alarm conflict" role="alert">
      <h2>{w.title}</h2>
      <p>{fill(conflicts.length > 0 ? w.body : w.finished, { name })}</p>
      {conflicts.map(({ field, stored, mine }) => (
        <dl key={field}>
          <dt>
            <a href={`#f-${field}`}>{fieldName(props, field)}</a>
          </dt>
          <dd>
            <b>{w.theirs}</b> <span class="words">{stored || w.empty}</span>
          </dd>
          <dd>
            <b>{w.mine}</b> <span class="words">{mine || w.empty}</span>
          </dd>
        </dl>
      ))}
    </section>
  );
}

function Files(props: AnnualPageProps & { path: string }) {
  const { annual, words, formats, path } = props;
  const w = words.annual;
  const findings = annual.findings.length;
  return (
    <section>
      <h2>{w.files}</h2>
      {annual.report.problems.length > 0 && <p>{w.drafts}</p>}
      {findings > 0 && <p>{fill(w.openFindings, { n: findings })}</p>}
      <p class="ways">
        {formats.map((format) => (
          <a key={format} href={staffLink(props, `${path}/report.${format}`)}>
            {w.format[format]}
          </a>
        ))}
      </p>
    </section>
  );
}
