// The form's page: what is asked, by whom, until when and what is kept about it, then the form. The script wakes
// only what is inside #island-root.

import { showDays, showMonth } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Day, Month } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { isLow } from '#core/scale.ts';
import type { Channel } from '#core/submission.ts';
import type { Level, Option, Survey } from '#core/survey.ts';
import { problemText } from '#core/text.ts';
import type { IslandData } from '../parts/island-data.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';
import { formId, type RawAnswers, SurveyForm } from '../parts/survey-form.tsx';

export interface SurveyPageProps extends PageProps {
  readonly survey: Survey;
  readonly opens: Day;
  readonly closes: Day;
  readonly unit: { readonly code: string; readonly name: Localised };
  /** An invitation's case, named so that only its applicant recognises it. */
  readonly about?: { readonly month: Month; readonly tail: string };
  /** Where the form is and posts to, below the base path. */
  readonly path: string;
  readonly id: string;
  readonly ticket: string;
  readonly channel: Channel;
  /** What was typed before a problem was found; empty on first sight: nothing is preselected. */
  readonly answers: RawAnswers;
  readonly problems: readonly Problem[];
  readonly failure?: { readonly title: string; readonly body: string };
}

export function SurveyPage(props: SurveyPageProps) {
  const { lang, words, county, survey, opens, closes, unit, about, failure } = props;
  const w = words.citizen.survey;
  const month = about && showMonth(about.month, lang);
  return (
    <PageFrame {...props} form={formId}>
      <div class="opening">
        <h1>{survey.title[lang]}</h1>
        <p class="lead">{survey.intro[lang]}</p>
        <dl class="facts">
          {about && month && (
            <div>
              <dt>{w.about}</dt>
              <dd>{fill(w.aboutRequest, { month, tail: about.tail })}</dd>
            </div>
          )}
          <div>
            <dt>{w.subject}</dt>
            <dd>{unit.name[lang]}</dd>
          </div>
          <div>
            <dt>{w.days}</dt>
            <dd>{showDays(opens, closes, lang)}</dd>
          </div>
          <div>
            <dt>{w.host}</dt>
            <dd>{fill(w.hostName, { county: county[lang] })}</dd>
          </div>
        </dl>
        <details>
          <summary>{w.anonymous}</summary>
          <p>{w.kept}</p>
          <p>{w.notKept}</p>
          <p>{w.local}</p>
        </details>
      </div>
      {failure && props.problems.length === 0 && (
        <div class="card alarm" role="alert">
          <h2>{failure.title}</h2>
          <p>{failure.body}</p>
        </div>
      )}
      <div id="island-root">
        <SurveyForm
          {...props}
          action={linkTo(props, props.path)}
          unit={unit.code}
          problems={props.problems.map((found) => ({ ...found, message: problemText(words, found) }))}
        />
      </div>
    </PageFrame>
  );
}

/** What the script needs beyond the page it wakes; sent as JSON beside it. */
export function islandDataOf({ words, survey }: SurveyPageProps, typing: string): IslandData {
  const { citizen, problem } = words;
  const { form } = citizen;
  return {
    survey: withoutWords(survey),
    typing,
    words: {
      progress: form.progress,
      boxesFull: form.boxesFull,
      chars: form.chars,
      clear: form.clear,
      copied: form.copied,
    },
    problem: { required: problem.required, 'bad-value': problem['bad-value'] },
  };
}

const wordings = new Set(['title', 'intro', 'words', 'hint', 'na', 'dimension', 'points']);

/**
 * Codes and rules only: the wording is on the page already, and options and levels without a rule are as the page has
 * them. The type says more than is there.
 */
function withoutWords({ code, version, scale, questions }: Survey): Survey {
  const lowMatters = questions.some(({ when }) => when && 'lowIn' in when);
  const ruling = (key: string, value: unknown): unknown => {
    if (key === 'options') return (value as Option[]).filter(({ other, alone }) => other || alone);
    if (key === 'levels') return lowMatters ? (value as Level[]).filter(isLow) : [];
    return wordings.has(key) ? undefined : value;
  };
  const levels = { levels: scale.levels };
  return JSON.parse(JSON.stringify({ code, version, scale: levels, questions }, ruling)) as Survey;
}
