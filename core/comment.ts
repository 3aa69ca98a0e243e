// A comment (意见) under moderation: what it is about and what became of it. Themes are the survey's own ways to improve
// (question FIX), so that what people ticked and what they wrote can be read side by side.

export const commentStates = ['held', 'new', 'released', 'withheld'] as const;
export type CommentState = (typeof commentStates)[number];

export const themes = [
  'slow',
  'hidden',
  'unclear',
  'silent',
  'partial',
  'request',
  'offline',
  'clumsy',
  'praise',
  'other',
] as const;
export type Theme = (typeof themes)[number];

/** 已采纳 · 正在办理 · 作出解释. */
export const handlings = ['adopted', 'in-progress', 'explained'] as const;
export type Handling = (typeof handlings)[number];

export interface CommentCounts {
  /** All comments received; equals the sum over themes (with `unsorted`) and over handlings (with `open`). */
  readonly received: number;
  readonly themes: readonly { readonly theme: Theme | 'unsorted'; readonly n: number }[];
  readonly handlings: readonly { readonly handling: Handling | 'open'; readonly n: number }[];
}

/** How many comments are in each state, of each theme and handling, as the store groups them. */
export interface CommentGroup {
  readonly state: CommentState;
  readonly theme: Theme | null;
  readonly handling: Handling | null;
  readonly n: number;
}

/** The counts of these groups; held and withheld comments are received too, only their text is kept back. */
export function countComments(groups: readonly CommentGroup[]): CommentCounts {
  const sum = (where: (group: CommentGroup) => boolean) => groups.filter(where).reduce((total, { n }) => total + n, 0);
  return {
    received: sum(() => true),
    themes: [
      ...themes.map((theme) => ({ theme, n: sum((group) => group.theme === theme) })),
      { theme: 'unsorted' as const, n: sum((group) => group.theme === null) },
    ],
    handlings: [
      ...handlings.map((handling) => ({ handling, n: sum((group) => group.handling === handling) })),
      { handling: 'open' as const, n: sum((group) => group.handling === null) },
    ],
  };
}
