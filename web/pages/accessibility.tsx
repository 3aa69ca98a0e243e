// 无障碍声明, the accessibility statement. A fact stands here only while a test holds it (tests/browser/everyone.test.ts); what
// no test can hold is named as missing.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';

const made: Day = '2026-11-29';

export function AccessibilityPage(props: PageProps) {
  const { lang, words, county } = props;
  const w = words.citizen.accessibility;
  const named = { county: county[lang] };
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{w.title}</h1>
        <p class="lead">{w.lead}</p>
        <p class="lead">{fill(w.scope, named)}</p>
      </div>
      <List title={w.done} lines={w.facts} />
      <List title={w.open} lines={w.gaps} />
      <section>
        <h2>{w.help}</h2>
        <p>{fill(w.helpBody, named)}</p>
      </section>
      <p class="quiet">
        {w.basis} {fill(w.made, { day: showDay(made, lang) })}
      </p>
      <p>
        <a href={linkTo(props, '/')}>{words.citizen.notice.home}</a>
      </p>
    </PageFrame>
  );
}

const List = ({ title, lines }: { title: string; lines: Readonly<Record<string, string>> }) => (
  <section>
    <h2>{title}</h2>
    <ul class="steps">
      {Object.values(lines).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);
