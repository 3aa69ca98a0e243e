// The controls of the four kinds of question, all of them usable without script. Nothing is ever preselected: `answers`
// holds what a citizen sent before and must get back.
import type { ComponentChildren } from 'preact';
import { otherField } from '#core/answers.ts';
import { fill } from '#core/lang.ts';
import type { QuestionOf } from '#core/survey.ts';
import type { QuestionFieldProps } from './question-field.tsx';
import type { RawAnswers } from './survey-form.tsx';

type Controls<K extends 'rating' | 'choice' | 'choices' | 'text'> = Omit<QuestionFieldProps, 'question'> & {
  readonly question: QuestionOf<K>;
};

const chosenIn = (answers: RawAnswers, field: string): readonly string[] => {
  const answer = answers[field];
  return typeof answer === 'string' ? [answer] : (answer ?? []);
};

export function Levels({ question, scale, lang, answers }: Controls<'rating'>) {
  const pick = { name: question.code, type: 'radio', chosen: chosenIn(answers, question.code) } as const;
  return (
    <>
      <div class="levels">
        {scale.levels.map(({ code, words }) => (
          <Pick {...pick} key={code} code={code}>
            {words[lang]}
          </Pick>
        ))}
      </div>
      {!question.required && (
        <div class="under">
          {question.na && (
            <Pick {...pick} code="na">
              {question.na[lang]}
            </Pick>
          )}
        </div>
      )}
    </>
  );
}

export function Choices({ question, lang, words, answers }: Controls<'choice' | 'choices'>) {
  const { code, options, kind } = question;
  const several = kind === 'choices';
  const field = otherField(code);
  const other = options.find((option) => option.other);
  const otherLabel = other && fill(words.otherLabel, { option: other.words[lang] });
  return (
    <>
      <div class="options">
        {options.map((option) => (
          <Pick
            key={option.code}
            name={code}
            type={several ? 'checkbox' : 'radio'}
            code={option.code}
            chosen={chosenIn(answers, code)}
          >
            {option.words[lang]}
          </Pick>
        ))}
      </div>
      {otherLabel && (
        <input
          type="text"
          id={field}
          name={field}
          value={chosenIn(answers, field)[0]}
          aria-label={otherLabel}
          placeholder={otherLabel}
          autocomplete="off"
        />
      )}
      {several ? <p class="guidance" role="status" /> : !question.required && <div class="under" />}
    </>
  );
}

interface TextBoxProps extends Controls<'text'> {
  readonly described: string | undefined;
  readonly invalid: 'true' | undefined;
}

export function TextBox({ question: { code }, answers, described, invalid }: TextBoxProps) {
  return (
    <>
      <textarea id={code} name={code} rows={5} aria-describedby={described} aria-invalid={invalid}>
        {chosenIn(answers, code)[0]}
      </textarea>
      <p class="count" />
    </>
  );
}

interface PickProps {
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly code: string;
  readonly chosen: readonly string[];
  readonly children: ComponentChildren;
}

const Pick = ({ name, type, code, chosen, children }: PickProps) => (
  <label>
    <input type={type} name={name} value={code} checked={chosen.includes(code)} />
    <span>{children}</span>
  </label>
);
