// One question: its words, its controls and, where something is wrong, the sentence that says so. Its code is its id, so
// `#G00` in an error summary lands on it.
import { fill, type Lang } from '#core/lang.ts';
import type { Question, Scale } from '#core/survey.ts';
import type { Words } from '#core/text.ts';
import { Choices, Levels, TextBox } from './question-controls.tsx';
import type { FieldProblem, RawAnswers } from './survey-form.tsx';

export interface QuestionFieldProps {
  readonly question: Question;
  /** 0 for a question that only follows from another answer. */
  readonly number: number;
  readonly scale: Scale;
  readonly lang: Lang;
  readonly words: Words['citizen']['form'];
  readonly answers: RawAnswers;
  readonly problems: readonly FieldProblem[];
}

export function QuestionField(props: QuestionFieldProps) {
  const { question, number, lang, words } = props;
  const { code, kind, hint, required, when } = question;
  const wrong = props.problems.filter(({ field }) => field === code || field === `${code}.other`);
  const note = hint?.[lang] ?? (kind === 'choices' && question.max ? fill(words.chooseMax, { max: question.max }) : '');
  const described =
    [note && `${code}-hint`, wrong.length > 0 && `${code}-problem`].filter(Boolean).join(' ') || undefined;
  const invalid = wrong.length > 0 ? 'true' : undefined;
  const looks = `question${when ? ' follows' : ''}${invalid ? ' wrong' : ''}`;
  const title = (
    <>
      {number > 0 && <b>{number}</b>}
      {question.words[lang]}
      {required && <i>{words.required}</i>}
    </>
  );
  const remarks = (
    <>
      {note && (
        <p class="hint" id={`${code}-hint`}>
          {note}
        </p>
      )}
      {invalid && (
        <p class="problem" id={`${code}-problem`}>
          {wrong.map(({ message }) => message).join(' ')}
        </p>
      )}
    </>
  );
  if (question.kind === 'text')
    return (
      <div class={looks}>
        <label class="asked" for={code}>
          {title}
        </label>
        {remarks}
        <TextBox {...props} question={question} described={described} invalid={invalid} />
      </div>
    );
  // A group of boxes cannot be called invalid or required in ARIA; a group of radios can.
  const radios =
    kind !== 'choices' && ({ role: 'radiogroup', 'aria-required': required, 'aria-invalid': invalid } as const);
  return (
    <fieldset class={looks} id={code} tabIndex={-1} aria-describedby={described} {...radios}>
      <legend class="asked">{title}</legend>
      {remarks}
      {question.kind === 'rating' ? (
        <Levels {...props} question={question} />
      ) : (
        <Choices {...props} question={question} />
      )}
    </fieldset>
  );
}
