// One survey as each peer wants it, from the same data: the same questions, options, conditions and limits, in Chinese.
// What a peer cannot express is left out, which can only make it lighter (Form.io: "没有" excludes the other boxes).

import type { Localised } from '#core/lang.ts';
import type { Condition, Option, Question, QuestionOf, Survey } from '#core/survey.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

const zh = (words: Localised): string => words['zh-CN'];
const choicesOf = (options: readonly Pick<Option, 'code' | 'words'>[]): Choice[] =>
  options.map(({ code, words }) => ({ value: code, text: zh(words) }));

/** The options of anything answered by a press; a rating's levels are options and so is its way out. */
function pressable(survey: Survey, question: Exclude<Question, QuestionOf<'text'>>): Choice[] {
  if (question.kind !== 'rating') return choicesOf(question.options);
  const wayOut = question.na ? [{ value: 'na', text: zh(question.na) }] : [];
  return [...choicesOf(survey.scale.levels), ...wayOut];
}

/** As pairs of a question and an answer of which one must hold. */
function alternatives(survey: Survey, when: Condition): { question: string; value: string }[] {
  if ('question' in when) return when.is.map((value) => ({ question: when.question, value }));
  const low = survey.scale.levels.filter(({ valence }) => valence < 0).map(({ code }) => code);
  return when.lowIn.flatMap((question) => low.map((value) => ({ question, value })));
}

export function surveyJsModel(survey: Survey): object {
  const expression = (when: Condition) =>
    alternatives(survey, when)
      .map(({ question, value }) => `{${question}} = '${value}'`)
      .join(' or ');
  return {
    locale: 'zh-cn',
    title: zh(survey.title),
    description: zh(survey.intro),
    elements: survey.questions.map((question) => ({
      name: question.code,
      title: zh(question.words),
      ...(question.hint && { description: zh(question.hint) }),
      ...(question.required && { isRequired: true }),
      ...(question.when && { visibleIf: expression(question.when) }),
      ...surveyJsKind(survey, question),
    })),
  };
}

function surveyJsKind(survey: Survey, question: Question): object {
  if (question.kind === 'text') return { type: 'comment', maxLength: question.charsMax };
  if (question.kind !== 'choices') return { type: 'radiogroup', choices: pressable(survey, question) };
  const plain = question.options.filter(({ other, alone }) => !other && !alone);
  const [other, none] = [question.options.find((one) => one.other), question.options.find((one) => one.alone)];
  return {
    type: 'checkbox',
    choices: choicesOf(plain),
    ...(question.max && { maxSelectedChoices: question.max }),
    ...(other && { showOtherItem: true, otherText: zh(other.words) }),
    ...(none && { showNoneItem: true, noneText: zh(none.words) }),
  };
}

export function formioForm(survey: Survey): object {
  const components = survey.questions.flatMap((question) => [
    {
      key: question.code,
      label: zh(question.words),
      input: true,
      ...(question.hint && { description: zh(question.hint) }),
      ...(question.when && {
        conditional: {
          show: true,
          conjunction: 'any',
          conditions: alternatives(survey, question.when).map(({ question: component, value }) => ({
            component,
            operator: 'isEqual',
            value,
          })),
        },
      }),
      ...formioKind(survey, question),
    },
    ...formioOther(question),
  ]);
  const submit = { type: 'button', action: 'submit', key: 'submit', label: '提交', input: true };
  return { display: 'form', components: [...components, submit] };
}

function formioKind(survey: Survey, question: Question): object {
  const required = question.required === true;
  if (question.kind === 'text')
    return { type: 'textarea', rows: 4, showCharCount: true, validate: { required, maxLength: question.charsMax } };
  const values = pressable(survey, question).map(({ value, text: label }) => ({ value, label }));
  if (question.kind !== 'choices') return { type: 'radio', values, validate: { required } };
  return { type: 'selectboxes', values, validate: { required, maxSelectedCount: question.max ?? '' } };
}

function formioOther(question: Question): object[] {
  if (question.kind !== 'choices') return [];
  return question.options
    .filter(({ other }) => other)
    .map(({ code, words }) => ({
      type: 'textfield',
      key: `${question.code}-${code}`,
      label: zh(words),
      input: true,
      conditional: { show: true, when: question.code, eq: code },
    }));
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The limit: a form without style and without script. Conditions cannot be expressed, so everything is asked. */
export function plainForm(survey: Survey): string {
  const control = (question: Question): string => {
    const { code, kind } = question;
    if (kind === 'text') return `<textarea name="${code}" rows="4" maxlength="${question.charsMax}"></textarea>`;
    const type = kind === 'choices' ? 'checkbox' : 'radio';
    const required = question.required ? ' required' : '';
    return pressable(survey, question)
      .map(
        ({ value, text }) =>
          `<label><input type="${type}" name="${code}" value="${value}"${required}> ${escaped(text)}</label>`,
      )
      .join('<br>');
  };
  const fields = survey.questions.map(
    (question) =>
      `<fieldset><legend>${escaped(zh(question.words))}</legend>` +
      `${question.hint ? `<p>${escaped(zh(question.hint))}</p>` : ''}${control(question)}</fieldset>`,
  );
  return (
    `<h1>${escaped(zh(survey.title))}</h1><p>${escaped(zh(survey.intro))}</p>` +
    `<form method="post">${fields.join('')}<button>提交</button></form>`
  );
}
