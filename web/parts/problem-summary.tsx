// The list of what must be corrected, above the form; each line leads to its question. The script fills the same
// element when it is the one to find problems.
import type { Lang } from '#core/lang.ts';
import type { Survey } from '#core/survey.ts';
import type { Words } from '#core/text.ts';
import type { FieldProblem } from './survey-form.tsx';

interface Props {
  readonly problems: readonly FieldProblem[];
  readonly survey: Survey;
  readonly words: Words['citizen']['form'];
  readonly lang: Lang;
}

export function ProblemSummary({ problems, survey, words, lang }: Props) {
  return (
    <div class="card alarm" id="problems" role="alert" tabIndex={-1} hidden={problems.length === 0}>
      <h2>{words.summary}</h2>
      <ul>
        {problems.map(({ field, message }) => {
          const question = survey.questions.find(({ code }) => code === field.split('.')[0]);
          return (
            <li key={field}>
              {question && <a href={`#${question.code}`}>{question.words[lang]}</a>}
              {message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
