// Every rated question of a published evaluation as a bar, its counts in words and its rate with its base: readable on a
// phone, where a table of nine columns is not.
import { percentCell } from '#core/evaluation-tables.ts';
import { fill, type Lang } from '#core/lang.ts';
import type { Summary, SummaryQuestion, SurveyEvaluation } from '#core/report.ts';
import { printCell } from '#core/report-table.ts';
import type { Words } from '#core/text.ts';
import { LevelBar, Swatch, toneOf } from './level-bar.tsx';

interface Props {
  readonly evaluation: SurveyEvaluation;
  readonly lang: Lang;
  readonly words: Words;
  readonly method: Summary['method'];
}

export function RatedQuestions(props: Props) {
  const { evaluation, words } = props;
  const rated = evaluation.questions.filter(({ rating, asked }) => rating && asked > 0);
  if (rated.length === 0) return null;
  return (
    <section>
      <h2>{words.results.ratings}</h2>
      <p class="quiet">{words.results.legend}</p>
      {rated.map((question) => (
        <Rated {...props} question={question} key={`${question.code}@${question.versions.join()}`} />
      ))}
    </section>
  );
}

function Rated({ lang, words, method, question }: Props & { question: SummaryQuestion }) {
  const { cells, rating } = question;
  const w = words.results;
  if (!rating) return null;
  const { n, base, percent } = rating.strict;
  const rate =
    percent === null
      ? fill(w.few, { n, base, min: method.percentBaseMin })
      : fill(w.rate, { percent: printCell(percentCell(rating.strict, { method }), words), n, base });
  return (
    <div class="rated">
      <h3>{question.words[lang]}</h3>
      <LevelBar question={question} lang={lang} words={words} />
      <p class="counts">
        {cells.map(({ code, words: level, share }, i) => (
          <span key={code}>
            <Swatch tone={toneOf(i, cells.length)} />
            {level[lang]} {share?.n ?? w.hidden}
          </span>
        ))}
      </p>
      <p class="rate">
        {words.report.column.strictRate} {rate}
      </p>
    </div>
  );
}
