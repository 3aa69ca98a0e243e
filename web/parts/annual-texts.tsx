// The texts of an annual report, each with its length, a sample and what is wrong in it.
import { fill } from '#core/lang.ts';
import { problemText } from '#core/text.ts';
import type { AnnualPageProps } from './annual-props.ts';

/** Rows of an empty field, and of one with much in it. */
const rowsMin = 3;
const rowsMax = 14;
const charsInRow = 40;

export function AnnualTexts({ annual, words, fields }: AnnualPageProps) {
  const w = words.annual;
  const { number, chars, charsMax } = annual.section;
  const names: Readonly<Record<string, string>> = w.text;
  return (
    <>
      {annual.form.texts.map(({ id, section, heading, sample }, i, all) => {
        const text = fields[id] ?? '';
        const problems = annual.report.problems.filter(({ field }) => field === id);
        const opens = section > 0 && all[i - 1]?.section !== section;
        return (
          <div key={id}>
            {opens && <h3>{annual.form.sections[section - 1]}</h3>}
            {opens && section === number && (
              <p class={chars > charsMax ? 'problem' : 'quiet'} data-section-chars>
                {fill(w.sectionChars, { n: chars, max: charsMax })}
              </p>
            )}
            <div class="field">
              <label for={`f-${id}`}>{heading ?? names[id] ?? id}</label>
              {problems.map((problem) => (
                <span class="problem" key={problem.code + JSON.stringify(problem.values)}>
                  {problemText(words, problem)}
                </span>
              ))}
              <textarea
                id={`f-${id}`}
                name={id}
                rows={Math.min(
                  rowsMax,
                  Math.max(rowsMin, Math.ceil(text.length / charsInRow) + text.split('\n').length),
                )}
                aria-describedby={`d-${id}`}
              >
                {text}
              </textarea>
              <span class="hint" id={`d-${id}`}>
                {fill(w.chars, { n: annual.report.chars[id] ?? 0 })}
                {text === '' && ` · ${fill(w.sample, { sample })}`}
              </span>
            </div>
          </div>
        );
      })}
    </>
  );
}
