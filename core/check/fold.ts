// One spelling for matching: full-width to ASCII, traditional to simplified where the form's words need it, every blank
// but a tab or a line end to a space. Never changes the length, so an index into the folded text is an index into the original.

const traditional =
  '開報總體況動請處復議訴訟題進項門辦結關規範強製發廢現內類數單額萬費執務據計統頒時應後續審維糾條標見檔號屆與為無';
const simplified =
  '开报总体况动请处复议诉讼题进项门办结关规范强制发废现内类数单额万费执务据计统颁时应后续审维纠条标见档号届与为无';
const plain = new Map([...traditional].map((char, i) => [char, [...simplified][i] ?? char]));
const foldable = new RegExp(`[！-～${traditional}]`, 'g');

const foldChar = (char: string): string =>
  char >= '！' && char <= '～' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : (plain.get(char) ?? char);

export const fold = (text: string): string => text.replace(/[^\S\n\t]/g, ' ').replace(foldable, foldChar);

/** Characters that carry nothing and break words apart; readers drop them before anything is indexed. */
export const withoutInvisible = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\ue000\ue001]/g, ' ');

export interface Condensed {
  /** Folded, without any blank. */
  readonly text: string;
  /** Index of each character of `text` in the original; one more entry for the end. */
  readonly at: readonly number[];
}

export function condense(original: string): Condensed {
  const folded = fold(original);
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < folded.length; i++) {
    const char = folded.charAt(i);
    if (char === ' ' || char === '\n' || char === '\t') continue;
    text += char;
    at.push(i);
  }
  at.push(original.length);
  return { text, at };
}
