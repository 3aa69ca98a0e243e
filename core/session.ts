// How long a sign-in lasts: half an hour without a visit, eight hours in all. Times are seconds since 1970.

export interface Session {
  readonly started: number;
  readonly seen: number;
}

export const idleSecondsMax = 30 * 60;
export const sessionSecondsMax = 8 * 3600;
/** `seen` is written no more often, so that reading pages costs no writes. */
export const seenSecondsStep = 60;

export const isLive = ({ started, seen }: Session, now: number): boolean =>
  now - seen < idleSecondsMax && now - started < sessionSecondsMax;

/** Wrong passwords for one name are limited within a window that begins anew every quarter of an hour. */
export const triesWindowSeconds = 15 * 60;
export const triesMax = 10;

export const triesWindow = (now: number): { window: number; minutesLeft: number } => {
  const window = Math.floor(now / triesWindowSeconds);
  return { window, minutesLeft: Math.ceil(((window + 1) * triesWindowSeconds - now) / 60) };
};
