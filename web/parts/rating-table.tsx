// The ratings of one scale in one table: for each question its bar, then counts over shares, and beside them what the
// rates stand on. 不了解, blank and not asked are three columns, because they are three different things.
import type { ShownQuestion } from '#core/evaluation.ts';
import type { Share } from '#core/figures.ts';
import { fill } from '#core/lang.ts';
import { LevelBar, Swatch, toneOf } from './level-bar.tsx';
import { type StaffPageProps, TableBox } from './staff-frame.tsx';

type Props = Pick<StaffPageProps, 'lang' | 'words'> & { readonly questions: readonly ShownQuestion[] };

export const showPercent = (share: Share | null): string =>
  share === null || share.percent === null ? '' : `${share.percent.toFixed(1)}%`;

export function RatingTable({ questions, lang, words }: Props) {
  const w = words.staff.results;
  const levels = questions[0]?.cells ?? [];
  return (
    <TableBox label={w.ratings}>
      <table class="ratings">
        <thead>
          <tr>
            <td />
            {levels.map(({ code, words: level }, index) => (
              <th scope="col" class="n" key={code}>
                <Swatch tone={toneOf(index, levels.length)} />
                {level[lang]}
              </th>
            ))}
            {[w.valid, w.strict, w.wide, w.mean, w.na, w.blank, w.notAsked].map((heading, index) => (
              <th scope="col" class={index === 0 ? 'n first' : 'n'} key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {questions.map((question) => (
          <Ratings key={`${question.code} ${question.versions.join()}`} question={question} lang={lang} words={words} />
        ))}
      </table>
    </TableBox>
  );
}

function Ratings({ question, lang, words }: Omit<Props, 'questions'> & { question: ShownQuestion }) {
  const w = words.staff.results;
  const { cells, rating, versions } = question;
  const count = (share: Share | null | undefined) => share?.n ?? words.staff.hidden;
  return (
    <tbody>
      <tr class="asked">
        <th scope="rowgroup" colSpan={cells.length + 8}>
          <div class="stay">
            <span>
              <span class="code">{question.code}</span> {question.words[lang]}
              {versions.length > 0 && versions[0] !== 1 && (
                <span class="quiet"> {fill(w.versions, { versions: versions.join(words.language.list) })}</span>
              )}
            </span>
            <LevelBar question={question} lang={lang} words={words} />
          </div>
        </th>
      </tr>
      <tr>
        <th scope="row">{w.n}</th>
        {cells.map(({ code, share }) => (
          <td class="n" key={code}>
            {count(share)}
          </td>
        ))}
        <td class="n first">{rating?.valid ?? words.staff.hidden}</td>
        <td class="n">{count(rating?.strict)}</td>
        <td class="n">{count(rating?.wide)}</td>
        <td class="n">{rating?.mean?.toFixed(1) ?? words.staff.hidden}</td>
        <td class="n">{rating?.na ?? words.staff.hidden}</td>
        <td class="n">{question.blank}</td>
        <td class="n">{question.notAsked}</td>
      </tr>
      {rating && rating.strict.percent !== null && (
        <tr class="shares">
          <th scope="row">{w.share}</th>
          {cells.map(({ code, share }) => (
            <td class="n" key={code}>
              {showPercent(share)}
            </td>
          ))}
          <td class="n first" />
          <td class="n">{showPercent(rating.strict)}</td>
          <td class="n">{showPercent(rating.wide)}</td>
          <td class="n">{rating.mean !== null && fill(w.meanOf, { max: rating.pointsMax })}</td>
          <td colSpan={3} />
        </tr>
      )}
    </tbody>
  );
}
