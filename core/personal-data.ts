// Personal data in free text: shown to the writer before sending, masked when the answer is kept. The text is folded to
// one spelling (invisible characters gone; full-width forms, dashes, dots and blanks unified) with an index back to the
// original, then three linear passes look for e-mails, plates and runs of digits. A number in groups must be grouped
// the way people group one number, not be a row of figures; what stands beside it is judged alike before and after
// masking, so masking twice changes nothing. Landlines are left alone: in this field they are the office's own.
// No lookbehind, no named groups: the same code runs on phones of 2017.

export type PersonalKind = 'id-number' | 'mobile' | 'bank-card' | 'e-mail' | 'plate';

export interface PersonalFind {
  readonly kind: PersonalKind;
  /** UTF-16 indices into the text that was given, half-open. */
  readonly start: number;
  readonly end: number;
}

/** Stored in place of the find, in the language of the record whatever the page's language: never to be reworded. */
export const personalMarkers: Readonly<Record<PersonalKind, string>> = {
  'id-number': '〔身份证号〕',
  mobile: '〔手机号〕',
  'bank-card': '〔银行卡号〕',
  'e-mail': '〔邮箱〕',
  plate: '〔车牌号〕',
};

const invisible = /[\u20e3\ufe0f\r\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

// One character for one, so that places stay. Chinese digits become full-width ones, a script apart from 0-9: 张三138…
// is a name and a number. A tab stays a tab: it parts the cells of a pasted table, not the groups of one number.
const fold = (text: string): string =>
  halfWidth(text)
    .replace(/○/g, '〇')
    .replace(/[零一二三四五六七八九〇幺]/g, (char) =>
      String.fromCharCode(0xff10 + ('零一二三四五六七八九〇幺'.indexOf(char) % 10)),
    )
    .replace(/[‐-―−─﹣]/g, '-')
    .replace(/[·•‧∙⋅・･]/g, '.')
    .replace(/[^\S\t]/g, ' ');

const dot = '(?:\\.| ?[.。] ?(?=com|cn|net|org|gov|edu))';
const eMail = new RegExp(`[\\w.%+０-９-]{1,64} ?(?:@|[([]at[)\\]]) ?(?:[\\w０-９-]{1,63}${dot}){1,5}[a-z]{2,24}`, 'gi');

const gap = '[ .-]{0,3}';
// A plate is not cut out of a longer code, also when the rest of that code has become a marker.
const tail = `(?:[A-Z\\d]{5,6}|[A-Z\\d０-９](?:[０-９]|${gap}[A-Z\\d]){4,5})(?![A-Z\\d]|〔[身手银])`;
const plate = new RegExp(
  `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]${gap}[A-Z]${gap}(?:[A-Z\\d]{4}[挂学警港澳领]|${tail})`,
  'gi',
);

/** In lower case it may be an English word after 新 or 云; in a few groups it may be a row of figures. */
function isPlate(found: string): boolean {
  const groups = found.replace(/^.[ .-]*\w[ .-]*/, '').split(/[ .-]+/).length;
  return (groups < 3 || groups > 4) && (!/[a-z]/.test(found) || /\d.*\d/.test(found));
}

const idNumber = /^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

function kindOfNumber(digits: string): PersonalKind | undefined {
  if (/^((00)?86)?1[3-9]\d{9}$/.test(digits)) return 'mobile';
  if (!/^[1-9]\d{14,17}[\dX]$/.test(digits)) return undefined;
  let mod11 = 0;
  let luhn = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = digits.charAt(i) === 'X' ? 10 : Number(digits.charAt(i));
    mod11 = (mod11 * 2 + value) % 11;
    const weighted = value * (1 + ((digits.length - 1 - i) % 2));
    luhn += weighted > 9 ? weighted - 9 : weighted;
  }
  // GB 11643: ISO 7064 MOD 11-2 over all 18 characters leaves 1.
  if (mod11 === 1 && idNumber.test(digits)) return 'id-number';
  // ISO/IEC 7812: an issuer of bank cards, then Luhn.
  return luhn % 10 === 0 && /^[3-69]\d+$/.test(digits) ? 'bank-card' : undefined;
}

/** Whether digits in these groups are one number. `inRow`: more figures stand beside them. */
function isOneNumber(groups: string, inRow: boolean): boolean {
  // A single dot is a decimal point: 138.00138000 is a measure.
  const uniform = /^\d+(([ -])\d+(\2\d+)*|(\.\d+){2,})?$/.test(groups);
  const tidy = /^\d{3,4}(\D\d{4})+(\D\d{1,3})?$/.test(groups);
  // `156 2026-0412` is a figure and a case number.
  return (uniform && (tidy || !inRow || /^\d+$/.test(groups))) || (tidy && !inRow && !/ 20[1-3]\d-/.test(groups));
}

/** Whether `place` is inside a group of digits of one script. */
const isInGroup = (plain: string, place: number): boolean =>
  /^(\d\d|[０-９]{2})$/.test(plain.slice(place - 1, place + 1));

const run = /^\+?(?:\d(?:[ .-]{0,3}\d){10,18}|[０-９](?:[ .-]{0,3}[０-９]){10,18})(?:[ .-]{0,3}X)?/i;

/** The kind and the spelling of the number that begins at `from`. */
function numberAt(plain: string, from: number): [PersonalKind, string] | undefined {
  const ahead = halfWidth((run.exec(plain.slice(from, from + 80)) || [''])[0]).toUpperCase();
  const digits = ahead.replace(/[ .+-]/g, '');
  // The longest first: a card may begin with what looks like a shorter one.
  for (let length = digits.length; length > 10; length--) {
    const kind = kindOfNumber(digits.slice(0, length));
    const [spelling = ''] = (kind && new RegExp(`^\\+?(?:[ .-]*[\\dX]){${length}}`).exec(ahead)) || [];
    const to = from + spelling.length;
    const after = plain.slice(to, to + 4);
    // A sum of money is nobody's number.
    if (kind === undefined || isInGroup(plain, to) || /^ ?(元|万元|亿)/.test(after)) continue;
    const groups = spelling.replace(/ *([ .-])[ .-]*/g, '$1').replace(/^\+?((0\D?0\D?)?8\D?6\D?)?/, '');
    const inRow =
      /[\d〕][ .-]{1,3}$/.test(plain.slice(Math.max(0, from - 4), from)) ||
      /^[ .-]{1,3}[\d〔]/.test(after) ||
      // 李四 六二二… is a name first.
      (/[０-９]/.test(plain.charAt(to - 1)) && /^\d\D\d\d|\d\d\D\d$/.test(groups));
    // However an identity number is grouped, it does not begin with a year as our case numbers do.
    if ((kind === 'id-number' && !/^20\d\d\D/.test(groups)) || isOneNumber(groups, inRow)) return [kind, spelling];
  }
  return undefined;
}

/** Finds what can be one person's number, address or plate: in order, never overlapping. Never throws. */
export function findPersonalData(text: string): readonly PersonalFind[] {
  const at: number[] = [];
  let visible = '';
  for (let i = 0; i < text.length; i++) {
    if (invisible.test(text.charAt(i))) continue;
    at.push(i);
    visible += text.charAt(i);
  }
  const finds: PersonalFind[] = [];
  // What is left in place of a find looks to its neighbours as the marker will.
  const take = (kind: PersonalKind, found: string, from: number): string => {
    finds.push({ kind, start: at[from] as number, end: (at[from + found.length - 1] as number) + 1 });
    return `${'〔'.repeat(found.length - 1)}〕`;
  };
  const plain = fold(visible)
    .replace(eMail, (found: string, from: number) => take('e-mail', found, from))
    .replace(plate, (found: string, from: number) => (isPlate(found) ? take('plate', found, from) : found));
  for (let from = 0; from < plain.length; from++) {
    const number = isInGroup(plain, from) ? undefined : numberAt(plain, from);
    if (number === undefined) continue;
    take(...number, from);
    from += number[1].length - 1;
  }
  return finds.sort((a, b) => a.start - b.start);
}

/** The text with every find replaced by its marker. Masking what is masked changes nothing. */
export function maskPersonalData(text: string): string {
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of findPersonalData(text)) {
    masked += text.slice(done, start) + personalMarkers[kind];
    done = end;
  }
  return masked + text.slice(done);
}
