// Showing a survey form and receiving its answer, the same for both citizen doors. A script-less form and the phone's
// JSON become one Submission here; whatever goes wrong with a form, the page that answers still holds all they typed.
import type { Context } from 'hono';
import { type Answers, otherField } from '#core/answers.ts';
import type { Lang } from '#core/lang.ts';
import { type Acknowledgement, type Channel, publicChannels, wholeCounty } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import { showWithdrawalCode } from '#core/withdrawal.ts';
import { islandDataOf, SurveyPage, type SurveyPageProps } from '#web/pages/survey.tsx';
import { linkTo } from '#web/parts/page-frame.tsx';
import { asksForProof, openDoor, serveForm } from '../actions/serve-form.ts';
import { type Door, type Submission, submit } from '../actions/submit.ts';
import type { AppEnv } from '../app-env.ts';
import { asset } from '../assets.ts';
import { isJson, readForm, readJson } from '../body.ts';
import { documentOf, surveyIn } from '../catalogue.ts';
import { citizenPage } from '../citizen-page.tsx';
import { type Failure, failureOf, respondWithFailure } from '../failures.tsx';
import { pageProps } from '../page-props.ts';
import type { SurveyRecord } from '../store/surveys.ts';
import type { Bucket } from '../watch.ts';
import { readEnvelope, readFields } from './read-submission.ts';

export interface AnsweringDoor extends Door {
  /** Where the form is and posts to, below the base path. */
  readonly path: string;
}

type FormState = Pick<SurveyPageProps, 'id' | 'ticket' | 'channel' | 'answers' | 'problems'> & {
  readonly version: number;
  readonly unit: string;
  readonly failure?: Pick<Failure, 'status' | 'title' | 'body'>;
};

/** How the visitor came: what the link says (a printed QR code), else whether WeChat's browser asks. Not stored with more. */
export function channelOf(c: Context<AppEnv>): 'web' | 'qr' | 'wechat' {
  if (c.req.query('ch') === 'qr') return 'qr';
  return /MicroMessenger/.test(c.req.header('user-agent') ?? '') ? 'wechat' : 'web';
}

export async function showForm(c: Context<AppEnv>, door: AnsweringDoor, at: { unit: string; channel: Channel }) {
  const record = surveyIn(await c.get('catalogue')(), door.survey);
  return renderForm(c, door, {
    ...identityFor(c, record, door, at.unit),
    channel: at.channel,
    answers: {},
    problems: [],
  });
}

type Identity = Pick<FormState, 'id' | 'ticket' | 'unit' | 'version'>;

const pickIdentity = ({ id, ticket, unit, version }: Identity): Identity => ({ id, ticket, unit, version });

const identityFor = (
  c: Context<AppEnv>,
  { code, version }: SurveyRecord,
  { invitation }: Door,
  unit: string,
  atMs = c.get('host').now(),
): Identity => ({
  ...serveForm(c.get('host'), { survey: code, version, unit, door: invitation?.hash ?? openDoor }, atMs),
  unit,
  version,
});

async function renderForm(c: Context<AppEnv>, door: AnsweringDoor, state: FormState): Promise<Response> {
  const catalogue = await c.get('catalogue')();
  const record = surveyIn(catalogue, door.survey);
  const survey = documentOf(record, state.version);
  const shared = pageProps(c);
  const { version: _, failure, ...rest } = state;
  const props: SurveyPageProps = {
    ...shared,
    query: queryOf(door, state),
    survey,
    opens: record.opens,
    closes: record.closes,
    path: door.path,
    ...rest,
    unit: { code: state.unit, name: catalogue.units.find(({ code }) => code === state.unit)?.name ?? shared.county },
    ...(door.invitation ? { about: { month: door.invitation.month, tail: door.invitation.tail } } : {}),
    ...(failure ? { failure: { title: failure.title, body: failure.body } } : {}),
  };
  return citizenPage(c, {
    status: failure?.status ?? 200,
    title: (failure ? `${failure.title} · ` : '') + survey.title[c.get('lang')],
    // Without script a lost reply is followed by "back" and another press: under a new id it would count twice.
    backShows: 'this copy',
    body: <SurveyPage {...props} />,
    island: {
      script: props.view.is === 'elder' ? 'elder.js' : 'survey.js',
      data: islandDataOf(props, props.base + asset('typing.js').path),
      ...(asksForProof(state.ticket) ? { later: 'proof.js' } : {}),
    },
  });
}

/** What the address of this form says besides its path. */
const queryOf = ({ invitation }: Door, { unit, channel }: FormState): Record<string, string> => ({
  ...(invitation || unit === wholeCounty ? {} : { unit }),
  ...(channel === 'qr' ? { ch: 'qr' } : {}),
});

/** The bucket of the address, as the proxy in front tells it; a header nobody vouches for is not even read. */
function bucketOf(c: Context<AppEnv>): Bucket | null {
  const { settings, watch } = c.get('host');
  return settings.addressHeader ? watch.bucketOf(c.req.header(settings.addressHeader) ?? '') : null;
}

export async function answer(c: Context<AppEnv>, at: AnsweringDoor): Promise<Response> {
  const door = { ...at, bucket: bucketOf(c) };
  const catalogue = await c.get('catalogue')();
  if (isJson(c)) {
    const { acknowledgement, fresh } = await submit(c.get('host'), catalogue, door, readEnvelope(await readJson(c)));
    return c.json({ ...acknowledgement, page: receiptPage(c, acknowledgement) }, fresh ? 201 : 200);
  }
  const { sent, typed } = readFields(await readForm(c), surveyIn(catalogue, door.survey));
  if (c.req.query('turn') !== undefined) return turn(c, door, sent, typed);
  try {
    const { acknowledgement } = await submit(c.get('host'), catalogue, door, sent);
    return c.redirect(receiptPage(c, acknowledgement), 303);
  } catch (error) {
    return answerFailure(c, door, sent, typed, error);
  }
}

/** The same for a redirect and for the phone. What stands behind # is sent to no server and into no log. */
function receiptPage(c: Context<AppEnv>, { id, receipt }: Acknowledgement): string {
  const code = showWithdrawalCode(c.get('host').seals.withdrawal(id));
  return `${linkTo(pageProps(c), `/receipts/${receipt}`)}#${code}`;
}

/** Not an answer: the same form with all that is in it, in the language or view that the address says. */
async function turn(c: Context<AppEnv>, door: AnsweringDoor, sent: Submission, typed: Answers): Promise<Response> {
  const record = surveyIn(await c.get('catalogue')(), door.survey);
  const identity = sent.id ? sent : identityFor(c, record, door, sent.unit);
  return renderForm(c, door, { ...pickIdentity(identity), channel: knownChannel(sent), answers: typed, problems: [] });
}

const knownChannel = ({ channel }: Submission): Channel => publicChannels.find((known) => known === channel) ?? 'web';

/** Enough for the pace of any answer. */
const writtenMs = 60_000;

/** A failed form comes back as the form itself where sending again can help, else as a page that quotes what they wrote. */
async function answerFailure(
  c: Context<AppEnv>,
  door: AnsweringDoor,
  sent: Submission,
  typed: Answers,
  error: unknown,
) {
  const failure = failureOf(error, c.get('words'), () => c.get('reportBug')(error));
  const record = surveyIn(await c.get('catalogue')(), door.survey);
  if (failure.status === 404 || failure.status === 409 || failure.status === 410 || failure.status === 403)
    return respondWithFailure(c, failure, keptTexts(documentOf(record, sent.version), c.get('lang'), typed));
  if (failure.retryAfterSeconds !== undefined) c.header('retry-after', String(failure.retryAfterSeconds));
  const outdated = failure.problems.some(({ code }) => code === 'bad-ticket' || code === 'bad-version');
  // They wrote all this on the page before: its pace is not measured again from now.
  const identity = outdated ? identityFor(c, record, door, sent.unit, c.get('host').now() - writtenMs) : sent;
  return renderForm(c, door, {
    ...pickIdentity(identity),
    channel: knownChannel(sent),
    answers: typed,
    problems: failure.problems,
    failure,
  });
}

/** What a person wrote in their own words, each under its question. */
const keptTexts = (survey: Survey, lang: Lang, typed: Answers) =>
  survey.questions.flatMap(({ code, words }) =>
    [code, otherField(code)].flatMap((field) => {
      const text = typed[field];
      return typeof text === 'string' && /[^\w-]/.test(text) ? [{ label: words[lang], text }] : [];
    }),
  );
