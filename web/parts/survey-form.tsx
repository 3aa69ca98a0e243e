// The form as the server renders it, complete without script. Preact ends here: on the phone it alone would cost a third
// of the page's 14 KB, so the script (web/islands) changes this markup where it stands. What it later shows is already
// here, hidden; ids and classes named in islands/ are a contract between the two.
import { fill, type Lang } from '#core/lang.ts';
import { type Channel, trapField } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import type { Words } from '#core/text.ts';
import type { View } from '#core/view.ts';
import { Pager } from './pager.tsx';
import { ParcelPanel } from './parcel-panel.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { QuestionField } from './question-field.tsx';

export const formId = 'form';

export type RawAnswers = Readonly<Record<string, string | readonly string[]>>;

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface SurveyFormProps {
  readonly lang: Lang;
  readonly words: Words;
  readonly view: View;
  readonly survey: Survey;
  /** With its query. */
  readonly action: string;
  readonly unit: string;
  readonly id: string;
  readonly ticket: string;
  readonly channel: Channel;
  readonly answers: RawAnswers;
  readonly problems: readonly FieldProblem[];
}

export function SurveyForm(props: SurveyFormProps) {
  const { lang, survey, view, action, id, ticket, unit, channel, problems } = props;
  const words = props.words.citizen.form;
  const numbered = survey.questions.filter((question) => !question.when);
  const aboutYou = survey.questions.find((question) => question.dimension === 'WHO');
  return (
    <>
      <ParcelPanel words={words} />
      <form id={formId} method="post" action={action} novalidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="ticket" value={ticket} />
        <input type="hidden" name="version" value={survey.version} />
        <input type="hidden" name="unit" value={unit} />
        <input type="hidden" name="channel" value={channel} />
        <ProblemSummary problems={problems} survey={survey} words={words} lang={lang} />
        <p class="quiet">{fill(words.firstOnly, { n: numbered.length })}</p>
        {survey.questions.map((question) => [
          question === aboutYou && <h2 class="part">{words.aboutYou}</h2>,
          <QuestionField
            key={question.code}
            question={question}
            number={numbered.indexOf(question) + 1}
            scale={survey.scale}
            lang={lang}
            words={words}
            answers={props.answers}
            problems={problems}
          />,
        ])}
        <input class="trap" name={trapField} tabIndex={-1} autocomplete="off" aria-hidden="true" />
        <div class="finish">
          <button type="submit" class="button">
            {words.submit}
          </button>
          <p class="quiet">{words.beforeSubmit}</p>
        </div>
        <p class="card" id="restored" role="status" hidden>
          {words.draftRestored}{' '}
          <button type="button" class="plain" data-press="anew">
            {words.startOver}
          </button>
        </p>
        <div class="strip" id="strip" hidden>
          <span />
          <progress aria-label={words.done} />
        </div>
        {view.is === 'elder' && <Pager words={props.words.citizen.view} />}
      </form>
      <section id="elsewhere" hidden>
        <h2>{words.elsewhere}</h2>
      </section>
    </>
  );
}
