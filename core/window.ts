// When a survey takes answers. After its last day it still takes, for the grace, answers whose form was served in time:
// somebody answered in a village without signal, and the phone sends it when it can. Those are flagged late.
import type { Day } from './period.ts';
import { addDays } from './period.ts';

export interface Window {
  /** First day. */
  readonly opens: Day;
  /** Last day, included. */
  readonly closes: Day;
  readonly graceDays: number;
}

export type Phase = 'not-yet' | 'open' | 'grace' | 'over';

export function phaseOn(window: Window, today: Day): Phase {
  if (today < window.opens) return 'not-yet';
  if (today <= window.closes) return 'open';
  return today <= addDays(window.closes, window.graceDays) ? 'grace' : 'over';
}

/** Whether an answer from a form served on `served` is taken today, and whether it is late. */
export function admission(window: Window, served: Day, today: Day): 'in-time' | 'late' | 'refused' {
  const phase = phaseOn(window, today);
  if (phase === 'open') return 'in-time';
  return phase === 'grace' && served <= window.closes ? 'late' : 'refused';
}
