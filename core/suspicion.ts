// Why an answer may come from a robot. A suspicion labels the answer (quarantine); it never refuses one and is never
// shown to the sender. No rule looks at what somebody thinks: equal opinions are no evidence. Each threshold is derived
// in docs/decisions/016-robots-and-crowds.md.
import type { Answers } from './answers.ts';

export type Suspicion = 'trap' | 'pace' | 'rhythm' | 'no-proof';

/** One answer as it arrives. */
export interface Sighting {
  /** The field that no person sees was filled. */
  readonly trapped: boolean;
  /** From serving the form to receiving the answer, whole seconds of the server's clock; true within one second. */
  readonly seconds: number;
  /** Boxes and circles touched, and texts, each as one whatever its length: it may be pasted. */
  readonly picks: number;
  readonly proof: 'not-asked' | 'given' | 'missing';
}

/** How many answers arrived in the last while before this one, in the same company. */
export interface Company {
  readonly answers: number;
  /** Those that took the same number of seconds. */
  readonly inStep: number;
}

export interface Recent {
  readonly everyone: Company;
  /** From the same network; `inStep` here also gave the same answers. null when the network is unknown. */
  readonly sameNetwork: Company | null;
  /** Answers to forms that asked for a proof, and those of them without one. */
  readonly asked: number;
  readonly unproved: number;
}

/** To see the page, find the button at its end and press it. */
const readingSeconds = 2;
/** To move a thumb to the next answer and touch it, reading nothing. */
const pickSeconds = 0.3;
const inStepMin = { everyone: 12, sameNetwork: 6 };
const inStepShareMin = 0.5;
const unprovedMin = 8;
const unprovedShareMin = 0.2;

export const picksIn = (answers: Answers): number =>
  Object.values(answers).reduce((sum, answer) => sum + (typeof answer === 'string' ? 1 : answer.length), 0);

const keepsStep = ({ answers, inStep }: Company, min: number): boolean =>
  inStep >= min && inStep >= answers * inStepShareMin;

export function suspicionsOf(sighting: Sighting, recent: Recent): Suspicion[] {
  const { trapped, seconds, picks, proof } = sighting;
  const { everyone, sameNetwork, asked, unproved } = recent;
  const found: Suspicion[] = [];
  if (trapped) found.push('trap');
  if (seconds + 1 < readingSeconds + picks * pickSeconds) found.push('pace');
  if (
    keepsStep(everyone, inStepMin.everyone) ||
    (sameNetwork !== null && keepsStep(sameNetwork, inStepMin.sameNetwork))
  )
    found.push('rhythm');
  if (proof === 'missing' && unproved >= unprovedMin && unproved >= asked * unprovedShareMin) found.push('no-proof');
  return found;
}

/** Forms are served with a challenge while this many were served, or answers suspected, in the last while. */
export const isBusy = ({ served, suspected }: { readonly served: number; readonly suspected: number }): boolean =>
  served >= 40 || suspected >= 5;

/** More answers from one network in a minute than any hall full of people sends. */
export const perMinuteMax = 300;

/** Texts shorter than this are everybody's: "没有意见", "希望越来越好". */
export const ownWordsMin = 12;
