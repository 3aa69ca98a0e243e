// The proof of work that a form asks for under load: which number, hashed after the form's id, gives the challenge. It is
// ALTCHA's first scheme on our own SHA-256, bounded: the number is below a maximum, so no phone is ever unlucky.
import { sha256 } from './sha256.ts';

/** Chosen so that a phone six times slower than the machine of docs/fairness.md tries every number within 1.5 s. */
export const workMax = 3_000;

/** How long a solution is good for; one made ahead of time is worth nothing the day after. */
export const proofSecondsMax = 86_400;

/** 80 bits: more than the numbers there are to try, so that only one of them fits. */
export const challengeOf = (formId: string, number: number): string => sha256(`${formId}.${number}`).slice(0, 20);

/** `answer` is what the phone sent, in decimal digits. */
export const isSolution = (formId: string, challenge: string, answer: string): boolean =>
  /^\d{1,6}$/.test(answer) && challengeOf(formId, Number(answer)) === challenge;
